import { describe, expect, it } from '@jest/globals'
import { crowdOut } from './crowd-out.js'
import { paidWork } from './paid-work.js'
import { type Change, whatIf } from './what-if.js'
import { item, priority, workedExample } from './worked-example.js'

const figuresOf = (change: Change) => crowdOut(whatIf(workedExample(), change).plan)
const inHours = ({ nationalMinutes, nationalOverrunMinutes, localPossibleMinutes }: ReturnType<typeof crowdOut>) =>
  [nationalMinutes, nationalOverrunMinutes, localPossibleMinutes].map((minutes) => (minutes === null ? null : minutes / 60))
const november = { staffGroup: 'CLINICAL_DIRECTOR', firstMonth: 9, lastMonth: 11, minutesAMonth: 600 }

describe('supposing', () => {
  it.each<[string, Change, (number | null)[]]>([
    ['nothing', {}, [208, 24, 24]],
    ['the cancer review relaxed', { relaxing: ['cancer-review'] }, [178, 10, 40]],
    ['the cancer review not pursued', { dropping: ['cancer-review'] }, [178, 10, 40]],
    ['the cancer review done any time in the year', { moving: [{ code: 'cancer-review', firstMonth: 0, lastMonth: 11 }] }, [208, 10, 40]],
    ['the over-65s moved to the autumn', { moving: [{ code: 'isolated-over-65s', firstMonth: 5, lastMonth: 7 }] }, [208, 24, 32]],
    ['ten hours more a month from January to March', { adding: [november] }, [208, 2, 32]],
    ['ten hours more of another group', { adding: [{ ...november, staffGroup: 'ADMINISTRATOR' }] }, [208, 24, 24]],
    ['the over-65s protected', { protecting: ['isolated-over-65s'] }, [208, 44, 44]],
    ['a code of another group', { relaxing: ['elsewhere'], protecting: ['nowhere'] }, [208, 24, 24]],
  ])('%s', (_, change, expected) => expect(inHours(figuresOf(change))).toEqual(expected))

  it('says that care is care and needs the network’s own percent before any is taken out', () => {
    const { plan, notes } = whatIf(workedExample(), { relaxing: ['care-home-mdt'] })
    expect(notes.map(({ kind }) => kind)).toEqual(['CARE_NOT_PAPERWORK', 'NEEDS_BUSINESS_AS_USUAL_PERCENT'])
    expect(notes[0]?.message).toBe('This is care, not paperwork.')
    expect(crowdOut(plan).nationalMinutes).toBe(208 * 60)
  })

  it('takes out care above business as usual once the percent is entered, still saying so', () => {
    const national = workedExample().national.map((one) => (one.code === 'care-home-mdt' ? { ...one, businessAsUsualPercent: 90 } : one))
    const { plan, notes } = whatIf({ ...workedExample(), national }, { relaxing: ['care-home-mdt'] })
    expect(notes.map(({ kind }) => kind)).toEqual(['CARE_NOT_PAPERWORK'])
    expect(crowdOut(plan).nationalMinutes).toBe((208 - 12) * 60)
  })

  it('names governance and what has no estimate', () => {
    const national = [{ ...item('meeting', 'GOVERN', 1, [0, 11]), work: null }]
    const { notes } = whatIf({ ...workedExample(), national }, { relaxing: ['meeting'] })
    expect(notes.map(({ kind }) => kind)).toEqual(['GOVERNANCE_NOT_PAPERWORK', 'NO_ESTIMATE'])
  })

  it('changes nothing it is given', () => {
    const plan = workedExample()
    whatIf(plan, { relaxing: ['cancer-review'], adding: [november], protecting: ['hypertension'] })
    expect(plan).toEqual(workedExample())
  })

  it.each<[string, Change]>([
    ['a window outside the year', { moving: [{ code: 'hypertension', firstMonth: 3, lastMonth: 12 }] }],
    ['time added outside the year', { adding: [{ ...november, lastMonth: 12 }] }],
    ['half a minute added', { adding: [{ ...november, minutesAMonth: 0.5 }] }],
    ['more than 10,000 minutes a month', { adding: [{ ...november, minutesAMonth: 9_000 }] }],
    ['pursued and dropped', { pursuing: ['cancer-review'], dropping: ['cancer-review'] }],
  ])('%s is a RangeError', (_, change) => expect(() => figuresOf(change)).toThrow(RangeError))
})

describe('paid work', () => {
  const offer = { ...item('winter-clinics', 'REPORT', 8, [6, 8]), origin: 'INDICATOR' as const, pursued: false, upToPence: 120_000 }
  const plan = { ...workedExample(), national: [...workedExample().national, offer], local: [priority('hypertension', 1, 40, 6, 11)] }

  it('brings pounds "up to", so many an hour, and displaces this much, pursued or not', () => {
    const expected = {
      code: 'winter-clinics',
      upToPence: 120_000,
      minutes: 480,
      pencePerHour: 15_000,
      displacedMinutes: 480,
      overrunMinutes: 0,
    }
    expect(paidWork([plan], 'winter-clinics')).toEqual({ ...expected, pursued: false })
    const pursued = { ...plan, national: plan.national.map((one) => ({ ...one, pursued: true })) }
    expect(paidWork([pursued], 'winter-clinics')).toEqual({ ...expected, pursued: true })
  })

  it('keeps what is not known unknown', () => {
    const unknown = { ...plan, capacityMinutes: null, national: [{ ...offer, upToPence: null, work: null }] }
    expect(paidWork([unknown], 'winter-clinics')).toMatchObject({
      upToPence: null,
      minutes: null,
      pencePerHour: null,
      displacedMinutes: null,
    })
    expect(() => paidWork([plan], 'nothing')).toThrow(RangeError)
  })
})
