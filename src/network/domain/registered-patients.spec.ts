import { describe, expect, it } from '@jest/globals'
import { type MemberList, registeredPatients } from './registered-patients.js'

const list = (practiceCode: string, patients: number, onDay = '2026-01-01', recordedAt = '2026-01-05T09:00:00.000Z'): MemberList => ({
  ...{ practiceCode, patients, onDay, recordedAt, source: 'ODS' },
})
const unknown = (practiceCode: string): MemberList => ({ practiceCode, patients: null, onDay: null, source: null, recordedAt: null })

describe('registeredPatients', () => {
  it.each<{ name: string; lists: MemberList[]; patients: number | null; listsOn: string | null; practices: number; without: number }>([
    {
      name: 'adds up',
      lists: [list('PX0001', 9000), list('PX0002', 4000)],
      patients: 13_000,
      listsOn: '2026-01-01',
      practices: 2,
      without: 0,
    },
    {
      name: 'names the oldest day',
      lists: [list('PX0001', 9000, '2026-07-01'), list('PX0002', 4000)],
      patients: 13_000,
      listsOn: '2026-01-01',
      practices: 2,
      without: 0,
    },
    {
      name: 'is unknown when one list is',
      lists: [list('PX0001', 9000), unknown('PX0002')],
      patients: null,
      listsOn: '2026-01-01',
      practices: 2,
      without: 1,
    },
    { name: 'is unknown when all are', lists: [unknown('PX0001')], patients: null, listsOn: null, practices: 1, without: 1 },
    { name: 'is unknown without practices', lists: [], patients: null, listsOn: null, practices: 0, without: 0 },
    {
      name: 'takes what was recorded last of the same day',
      lists: [list('PX0001', 9100, '2026-01-01', '2026-02-01T09:00:00.000Z'), list('PX0001', 9000)],
      ...{ patients: 9100, listsOn: '2026-01-01', practices: 1, without: 0 },
    },
  ])('$name', ({ lists, patients, listsOn, practices, without }) => {
    expect(registeredPatients(lists)).toMatchObject({ patients, listsOn, practices, practicesWithoutListSize: without })
  })

  it('names each source once', () => {
    expect(registeredPatients([list('PX0001', 1), list('PX0002', 2)]).sources).toEqual(['ODS'])
  })
})
