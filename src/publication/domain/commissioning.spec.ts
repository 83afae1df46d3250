import { describe, expect, it } from '@jest/globals'
import { type CommissioningFacts, commissionersOf } from './commissioning.js'

const network = { networkCode: 'U41591', openedOn: '2019-10-01', closedOn: null }
const lead = { networkCode: 'U41591', subIcbCode: '15N', startsOn: '2019-10-01', endsOn: null }
const at = (onDay: string, subIcbCode: string, boardCode: string) => ({ onDay, subIcbCode, boardCode })
const present = (onDay: string, subIcbCode: string, boardCode: string, practices: number) => {
  return { networkCode: 'U41591', ...at(onDay, subIcbCode, boardCode), practices }
}
const facts = (given: Partial<CommissioningFacts>): CommissioningFacts => {
  return { networks: [network], leads: [lead], belongings: [], presences: [], releasedOn: [], ...given }
}
const told = (given: Partial<CommissioningFacts>) =>
  commissionersOf(facts(given)).map(({ boardCode, subIcbCode, isLead, startsOn, endsOn }) => {
    return `${boardCode} ${subIcbCode}${isLead ? ' leads' : ''} ${startsOn} to ${endsOn ?? '…'}`
  })

describe('commissionersOf', () => {
  it('says nothing before there is a practice map', () => {
    expect(told({ releasedOn: ['2026-03-02'] })).toEqual([])
  })

  it('has the ICB of the ODS lead lead, though most of the practices are in another, which commissions too', () => {
    const belongings = [at('2026-01-01', '15N', 'QJK'), at('2026-01-01', '11N', 'QT6')]
    const presences = [present('2026-01-01', '15N', 'QJK', 1), present('2026-01-01', '11N', 'QT6', 3)]
    expect(told({ belongings, presences })).toEqual(['QJK 15N leads 2025-04-01 to …', 'QT6 11N 2025-04-01 to …'])
  })

  it('dates the merger of ICBs to the 1 April between two maps', () => {
    const belongings = [at('2026-01-01', '15N', 'QJK'), at('2026-07-01', '15N', 'Z9B2Z')]
    const presences = [present('2026-01-01', '15N', 'QJK', 4), present('2026-07-01', '15N', 'Z9B2Z', 4)]
    expect(told({ belongings, presences })).toEqual(['QJK 15N leads 2025-04-01 to 2026-03-31', 'Z9B2Z 15N leads 2026-04-01 to …'])
  })

  it('dates a change within a contract year to the later map', () => {
    const belongings = [at('2026-05-01', '15N', 'QJK'), at('2026-07-01', '15N', 'QT6')]
    const presences = [present('2026-05-01', '15N', 'QJK', 4), present('2026-07-01', '15N', 'QT6', 4)]
    expect(told({ belongings, presences })).toEqual(['QJK 15N leads 2026-04-01 to 2026-06-30', 'QT6 15N leads 2026-07-01 to …'])
  })

  it('takes where most practices are when the lead’s sub-ICB location is no more', () => {
    const belongings = [at('2026-01-01', '15N', 'QJK'), at('2026-07-01', '11N', 'QT6'), at('2026-07-01', '92A', 'S9B9J')]
    const presences = [
      ...[present('2026-01-01', '15N', 'QJK', 4), present('2026-07-01', '11N', 'QT6', 3), present('2026-07-01', '92A', 'S9B9J', 1)],
    ]
    expect(told({ belongings, presences })).toEqual([
      ...['QJK 15N leads 2025-04-01 to 2026-03-31', 'QT6 11N leads 2026-04-01 to …', 'S9B9J 92A 2026-04-01 to …'],
    ])
  })

  it('follows a lead that ODS changes between two maps', () => {
    const leads = [
      { ...lead, endsOn: '2026-04-30' },
      { ...lead, subIcbCode: '11N', startsOn: '2026-05-01' },
    ]
    const belongings = [at('2026-04-01', '15N', 'QJK'), at('2026-04-01', '11N', 'QT6')]
    const presences = [present('2026-04-01', '15N', 'QJK', 4)]
    expect(told({ leads, belongings, presences, releasedOn: ['2026-05-01'] })).toEqual([
      ...['QJK 15N leads 2026-04-01 to 2026-04-30', 'QT6 11N leads 2026-05-01 to …', 'QJK 15N 2026-05-01 to …'],
    ])
  })

  it('ends with the network and begins with it', () => {
    const belongings = [at('2019-12-01', '15N', 'QJK'), at('2026-07-01', '15N', 'QJK')]
    const presences = [present('2019-12-01', '15N', 'QJK', 4), present('2026-07-01', '15N', 'QJK', 4)]
    expect(told({ networks: [{ ...network, closedOn: '2027-03-31' }], belongings, presences })).toEqual([
      'QJK 15N leads 2019-10-01 to 2027-03-31',
    ])
    expect(told({ networks: [{ ...network, closedOn: '2019-03-31', openedOn: null }], belongings, presences })).toEqual([])
  })
})
