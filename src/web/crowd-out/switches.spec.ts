import { describe, expect, it } from '@jest/globals'
import { addressOf, addressParameters, isSwitched, nothingSwitched, switchesOf, switchProblems, variablesOf } from './switches.js'

const read = (query: string) => switchesOf(addressParameters(`/crowd-out?${query}`))

describe('switches in an address', () => {
  it.each([
    ['nothing', '', {}],
    ['items, each once', 'relax=24-30&relax=24-30&relax=24-31&relax=', { relaxing: ['24-30', '24-31'] }],
    ['paid work', 'pursue=A&drop=B', { pursuing: ['A'], dropping: ['B'] }],
    ['a priority to protect', 'protect=P', { protecting: ['P'] }],
    ['a priority in other months', 'first-P=3&last-P=5', { moving: [{ id: 'P', firstMonth: 3, lastMonth: 5 }] }],
    ['a priority where it is planned', 'first-P=3&last-P=5&planned-P=3-5', {}],
    ['months there are not', 'first-P=12&last-P=x', {}],
    ['whose time', 'group=NETWORK_MANAGER', { group: 'NETWORK_MANAGER' }],
    ['nobody’s time', 'group=<script>', {}],
    [
      'time for some months, of whom is looked at',
      'group=CLINICIAN&addHours=4&addFirst=9&addLast=11',
      { group: 'CLINICIAN', adding: { staffGroup: 'CLINICIAN', hours: '4', firstMonth: 9, lastMonth: 11 } },
    ],
    ['no time', 'addHours=&addFirst=9&addLast=11', {}],
  ])('%s: %s', (_, query, expected) => {
    expect(read(query)).toEqual({ ...nothingSwitched, ...expected })
  })

  it('come back as they were read', () => {
    const address = '/crowd-out?group=CLINICIAN&relax=24-30&pursue=A&drop=B&protect=P&first-P=3&last-P=5&addHours=1.5&addFirst=9&addLast=11'
    expect(addressOf('/crowd-out', switchesOf(addressParameters(address)))).toBe(address)
    expect(addressOf('/crowd-out', nothingSwitched)).toBe('/crowd-out')
    expect(addressOf('/picture/U1', nothingSwitched, { size: 'half', tallest: 20 })).toBe('/picture/U1?size=half&tallest=20')
  })

  it('are what the API is asked, time month by month', () => {
    expect(variablesOf(read('addHours=1.5&addFirst=10&addLast=11&first-P=3&last-P=5'))).toMatchObject({
      moving: [{ code: 'P', firstMonth: 3, lastMonth: 5 }],
      adding: [
        { staffGroup: 'CLINICAL_DIRECTOR', month: 10, minutes: 90 },
        { staffGroup: 'CLINICAL_DIRECTOR', month: 11, minutes: 90 },
      ],
    })
  })

  it('are none where only whose time it is was chosen', () => {
    expect(isSwitched(read('group=CLINICIAN'))).toBe(false)
    expect(isSwitched(read('addHours=1'))).toBe(true)
  })

  it.each([
    ['first-P=5&last-P=3', ['last-P']],
    ['addHours=lots', ['addHours']],
    ['addHours=0', ['addHours']],
    ['addHours=4&addFirst=5&addLast=3', ['addLast']],
    ['addHours=4&relax=24-30', []],
  ])('%s is wrong at %p', (query, fields) => {
    expect(switchProblems(read(query)).map(({ field }) => field)).toEqual(fields)
  })
})
