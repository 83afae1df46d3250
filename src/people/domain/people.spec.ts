import { describe, expect, it } from '@jest/globals'
import { type Role } from '../../access/domain/permission.js'
import { changed, ended, isOver, type MembershipChange } from './change.js'
import { firstDayWithoutAdministrator, type Held } from './last-administrator.js'
import { overlap, refuseDays } from './membership-days.js'
import { administers, type OrganisationKind, rolesIn } from './organisation.js'

const today = '2026-11-21'
const now = `${today}T12:00:00.000Z`
const held = (role: Role, startsOn = '2019-07-01', endsOn: string | null = null): Held => ({ role, startsOn, endsOn, endedAt: null })
const director = held('clinical-director')
const manager = held('network-manager')

describe('what somebody can be', () => {
  it.each<[OrganisationKind, Role[], Role[]]>([
    ['NETWORK', ['network-manager', 'clinical-director'], ['network-manager', 'clinical-director']],
    ['PRACTICE', ['practice-member'], []],
    ['BOARD', ['commissioner'], ['commissioner']],
    ['COMMITTEE', ['lmc'], ['lmc']],
    ['ENGLAND', ['national-viewer', 'operator'], ['operator']],
  ])('at a %s is %p; of them %p administer it', (kind, roles, administrators) => {
    expect([rolesIn(kind), rolesIn(kind).filter(administers)]).toEqual([roles, administrators])
  })
})

describe('the days of a membership', () => {
  it.each<[string, string, string | null, string | undefined]>([
    ['from today on', today, null, undefined],
    ['one day only', today, today, undefined],
    ['since the contract began', '2019-07-01', null, undefined],
    ['from before the contract', '2019-06-30', null, 'startsOn'],
    ['a year ahead', '2027-11-21', null, undefined],
    ['more than a year ahead', '2027-11-22', null, 'startsOn'],
    ['ending before it starts', '2026-12-01', '2026-11-30', 'endsOn'],
    ['over already', '2026-01-01', '2026-11-20', 'endsOn'],
  ])('%s', (_, startsOn, endsOn, field) => {
    expect(refuseDays({ startsOn, endsOn }, today)?.field).toBe(field)
  })

  it.each<[string, [string, string | null], [string, string | null], boolean]>([
    ['both without an end', ['2026-01-01', null], ['2027-01-01', null], true],
    ['one after the other', ['2026-01-01', '2026-06-30'], ['2026-07-01', null], false],
    ['one day shared', ['2026-01-01', '2026-07-01'], ['2026-07-01', null], true],
    ['within', ['2026-01-01', null], ['2026-03-01', '2026-03-02'], true],
  ])('are shared or not: %s', (_, [from, to], [start, end], expected) => {
    const [one, other] = [
      { startsOn: from, endsOn: to },
      { startsOn: start, endsOn: end },
    ]
    expect([overlap(one, other), overlap(other, one)]).toEqual([expected, expected])
  })
})

describe('a change', () => {
  it.each<[string, Held, MembershipChange, Partial<Held>[]]>([
    ['of the last day replaces it', director, { endsOn: '2027-03-31' }, [{ endsOn: '2027-03-31', role: 'clinical-director' }]],
    ['takes the last day away', held('commissioner', '2026-01-01', '2026-12-31'), { endsOn: null }, [{ endsOn: null }]],
    ['without a word on the last day keeps it', held('lmc', '2026-01-01', '2026-12-31'), {}, [{ endsOn: '2026-12-31' }]],
    ['corrects the first day', director, { startsOn: '2026-04-01' }, [{ startsOn: '2026-04-01' }]],
    [
      'of the role ends what was held, and begins today',
      director,
      { role: 'network-manager' },
      [
        { role: 'clinical-director', startsOn: '2019-07-01', endsOn: today, endedAt: now },
        { role: 'network-manager', startsOn: today, endsOn: null, endedAt: null },
      ],
    ],
    [
      'of the role never reaches back',
      director,
      { role: 'network-manager', startsOn: '2020-01-01' },
      [{ endsOn: today }, { role: 'network-manager', startsOn: today }],
    ],
    [
      'of the role before it begins replaces it',
      held('clinical-director', '2026-12-01'),
      { role: 'network-manager' },
      [{ role: 'network-manager', startsOn: '2026-12-01', endedAt: null }],
    ],
  ])('%s', (_, before, change, expected) => {
    expect(changed(before, change, today, now)).toMatchObject(expected)
  })

  it('at once is the end of it, today', () => {
    const [open, soon, next] = [director, held('lmc', '2026-01-01', '2026-11-25'), held('lmc', '2026-12-01')].map((row) =>
      ended(row, today, now),
    )
    expect([open?.endsOn, soon?.endsOn, next?.endsOn]).toEqual([today, today, today])
    expect([open, soon, next].map((row) => row !== undefined && isOver(row, today))).toEqual([true, true, true])
    expect([director, held('lmc', '2026-01-01', today)].map((row) => isOver(row, today))).toEqual([false, false])
  })
})

describe('the last administrator', () => {
  it.each<[string, Held[], Held[], string | null]>([
    ['cannot end themselves', [director], [ended(director, today, now)], today],
    ['cannot set a last day', [director], [held('clinical-director', '2019-07-01', '2027-03-31')], '2027-04-01'],
    [
      'cannot become something that administers nothing',
      [held('operator')],
      changed(held('operator'), { role: 'national-viewer' }, today, now),
      today,
    ],
    ['cannot put their first day off', [director], [held('clinical-director', '2026-12-01')], today],
    ['can become another administrator', [director], changed(director, { role: 'network-manager' }, today, now), null],
    ['is not the last while another stays', [director, manager], [ended(director, today, now), manager], null],
    [
      'is the last once the other’s last day is past',
      [director, held('network-manager', '2019-07-01', '2026-12-31')],
      [ended(director, today, now), held('network-manager', '2019-07-01', '2026-12-31')],
      '2027-01-01',
    ],
    [
      'can go on the day before a successor comes',
      [director, held('clinical-director', '2027-04-01')],
      [held('clinical-director', '2019-07-01', '2027-03-31'), held('clinical-director', '2027-04-01')],
      null,
    ],
    ['can be told of where there was none', [held('practice-member')], [], null],
  ])('%s', (_, before, after, expected) => {
    expect(firstDayWithoutAdministrator(before, after, today)).toBe(expected)
  })
})
