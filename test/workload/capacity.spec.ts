import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { randomUUID } from 'node:crypto'
import { ListSizeEntity } from '../../src/network/network.entity.js'
import { startApp, type TestApp } from '../support/app.js'
import { type Client } from '../support/client.js'
import { type NetworkGiven } from '../support/given.js'

const refusal = '... on Refusal { field message }'
const capacity = 'capacity(contractYear: "2026/27") { staffGroup minutes yearMinutes otherFixed basis }'
const setCapacity = `mutation ($input: SetCapacityInput!) {
  setCapacity(input: $input) {
    __typename ... on CapacitySet { staffGroup network { ${capacity} } } ... on MinutesRefused { mostMinutes } ${refusal}
  }
}`
const addStaffGroup = `mutation ($input: AddStaffGroupInput!) {
  addStaffGroup(input: $input) { __typename ... on StaffGroupAdded { staffGroup { code name under own } network { staffGroups { code } } } ${refusal} }
}`
const removeStaffGroup = `mutation ($input: RemoveStaffGroupInput!) {
  removeStaffGroup(input: $input) { __typename ... on StaffGroupRemoved { network { staffGroups { code } } } ${refusal} }
}`
const five = ['CLINICAL_DIRECTOR', 'NETWORK_MANAGER', 'PRACTICE_MANAGER', 'CLINICIAN', 'ADMINISTRATOR']
const twelve = (minutes: number) => Array<number>(12).fill(minutes)

describe('a network’s time', () => {
  let test: TestApp
  let network: NetworkGiven
  let manager: Client
  beforeAll(async () => {
    test = await startApp()
    network = await test.given.network()
    await test.given.specification()
    manager = await test.given.manager(network)
  })
  afterAll(() => test.close())

  const set = (change: object, by = manager) =>
    by.mutate(setCapacity, { networkCode: network.code, contractYear: '2026/27', staffGroup: 'CLINICAL_DIRECTOR', ...change })
  const capacityOf = (result: Record<string, any>, group: string) =>
    result['network'].capacity.find((row: { staffGroup: string }) => row.staffGroup === group)

  it('is not known before somebody enters it', async () => {
    const fresh = await test.given.network()
    const rows = (await (await test.given.manager(fresh)).query(`{ network(odsCode: "${fresh.code}") { ${capacity} } }`))['network']
      .capacity
    expect(rows).toEqual(five.map((staffGroup) => ({ staffGroup, minutes: null, yearMinutes: null, otherFixed: null, basis: null })))
  })

  it('is entered by month, unknown months included', async () => {
    const known = await set({ minutesByMonth: twelve(1200), otherFixedByMonth: twelve(100), basis: 'The job plan.' })
    expect(known['__typename']).toBe('CapacitySet')
    expect(capacityOf(known, 'CLINICAL_DIRECTOR')).toEqual({
      ...{ staffGroup: 'CLINICAL_DIRECTOR', minutes: twelve(1200), yearMinutes: 14_400, otherFixed: twelve(100), basis: 'The job plan.' },
    })
    const months = [...twelve(1200).slice(1), null]
    expect(capacityOf(await set({ minutesByMonth: months }), 'CLINICAL_DIRECTOR')).toMatchObject({
      minutes: months,
      yearMinutes: null,
      otherFixed: null,
    })
  })

  it('is entered as a week, with the rule', async () => {
    const set1 = await set({ staffGroup: 'NETWORK_MANAGER', weekly: { hours: 37.5 }, basis: 'One post.' })
    expect(capacityOf(set1, 'NETWORK_MANAGER')).toMatchObject({
      yearMinutes: 94_500,
      basis: '37.5 hours a week in 42 weeks at work a year, spread evenly over twelve months. One post.',
    })
    const set2 = await set({ weekly: { sessions: 2, weeksAYear: 40 } })
    expect(capacityOf(set2, 'CLINICAL_DIRECTOR')).toMatchObject({ yearMinutes: 20_000 })
    const set3 = await set({ weekly: { sessions: 1, hours: 1, weeksAYear: 1 } })
    expect(capacityOf(set3, 'CLINICAL_DIRECTOR').basis).toBe(
      '1 session of 4 hours 10 minutes and 1 hour a week in 1 week at work a year, spread evenly over twelve months.',
    )
  })

  it.each([
    [
      'negative minutes',
      { minutesByMonth: [-1, ...twelve(1).slice(1)] },
      { __typename: 'MinutesRefused', field: 'minutesByMonth.0', mostMinutes: null },
    ],
    [
      'absurd minutes',
      { minutesByMonth: [...twelve(1).slice(1), 10_001] },
      { __typename: 'MinutesRefused', field: 'minutesByMonth.11', mostMinutes: 10_000 },
    ],
    ['an absurd week', { weekly: { hours: 100 } }, { __typename: 'MinutesRefused', field: 'weekly.0', mostMinutes: 10_000 }],
    ['eleven months', { minutesByMonth: twelve(1).slice(1) }, { __typename: 'MinutesRefused', field: 'minutesByMonth' }],
    [
      'absurd other work',
      { minutesByMonth: twelve(1), otherFixedByMonth: twelve(10_001) },
      { __typename: 'MinutesRefused', field: 'otherFixedByMonth.0' },
    ],
    [
      'a group it does not have',
      { staffGroup: 'PORTERS', minutesByMonth: twelve(1) },
      { __typename: 'StaffGroupUnknown', field: 'staffGroup' },
    ],
    [
      'a year without a specification',
      { contractYear: '2099/00', minutesByMonth: twelve(1) },
      {
        __typename: 'ContractYearUnknown',
        field: 'contractYear',
        message: 'There is no specification of 2099/00. There is one of 2026/27.',
      },
    ],
  ])('refuses %s', async (_, change, expected) => {
    expect(await set(change)).toMatchObject(expected)
  })

  it('is either months or a week, in whole minutes', async () => {
    const input = { networkCode: network.code, contractYear: '2026/27', staffGroup: 'CLINICIAN' }
    expect(await manager.codeOf(setCapacity, { input })).toBe('BAD_USER_INPUT')
    expect(await manager.codeOf(setCapacity, { input: { ...input, minutesByMonth: twelve(1), weekly: { hours: 1 } } })).toBe(
      'BAD_USER_INPUT',
    )
    expect(await manager.codeOf(setCapacity, { input: { ...input, minutesByMonth: [0.5] } })).toBe('BAD_USER_INPUT')
  })

  it('knows groups of the network’s own, under one of the five', async () => {
    const own = await test.given.network()
    const director = await test.given.director(own)
    const group = { networkCode: own.code, name: 'Care coordinators', under: 'CLINICIAN' }
    expect(await director.mutate(addStaffGroup, group)).toEqual({
      __typename: 'StaffGroupAdded',
      staffGroup: { code: 'CARE_COORDINATORS', name: 'Care coordinators', under: 'CLINICIAN', own: true },
      network: { staffGroups: [...five, 'CARE_COORDINATORS'].map((code) => ({ code })) },
    })
    expect(await director.mutate(addStaffGroup, { ...group, name: 'care  coordinators!' })).toMatchObject({
      __typename: 'StaffGroupNameTaken',
    })
    expect(await director.mutate(addStaffGroup, { ...group, name: 'Clinician' })).toMatchObject({ __typename: 'StaffGroupNameTaken' })
    expect(await director.mutate(addStaffGroup, { ...group, name: '—' })).toMatchObject({
      __typename: 'StaffGroupNameTaken',
      field: 'name',
    })
    const input = { networkCode: own.code, contractYear: '2026/27', staffGroup: 'CARE_COORDINATORS', minutesByMonth: twelve(600) }
    expect(capacityOf(await director.mutate(setCapacity, input), 'CARE_COORDINATORS')).toMatchObject({ yearMinutes: 7_200 })
    const priority = await test.given.priority(director, own, { minutes: [{ staffGroup: 'CARE_COORDINATORS', central: 60 }] })
    expect(priority).toMatch(/-/)
    expect(await director.mutate(removeStaffGroup, { networkCode: own.code, staffGroup: 'CLINICIAN' })).toMatchObject({
      __typename: 'StaffGroupUnknown',
    })
    expect(await director.mutate(removeStaffGroup, { networkCode: own.code, staffGroup: 'CARE_COORDINATORS' })).toEqual({
      ...{ __typename: 'StaffGroupRemoved', network: { staffGroups: five.map((code) => ({ code })) } },
    })
    expect(await director.mutate(setCapacity, input)).toMatchObject({ __typename: 'StaffGroupUnknown' })
  })

  it('can be suggested, with labels, and is never used by itself', async () => {
    const own = await test.given.network({ practices: [{}] })
    const director = await test.given.director(own)
    const ask = async () =>
      (await director.query(`{ network(odsCode: "${own.code}") { capacitySuggestions { staffGroup minutes label basis } ${capacity} } }`))[
        'network'
      ]
    expect((await ask()).capacitySuggestions[0]).toMatchObject({ staffGroup: 'CLINICAL_DIRECTOR', minutes: null })
    const list = {
      id: randomUUID(),
      practiceCode: own.practiceCodes[0] ?? '',
      onDay: '2026-01-01',
      patients: 50_000,
      source: 'a test',
      supersededAt: null,
    }
    const recordedAt = test.clock.now()
    await test.given.database.transaction(() => test.given.database.manager.insert(ListSizeEntity, { ...list, recordedAt }))
    const { capacitySuggestions, capacity: entered } = await ask()
    expect(capacitySuggestions[0].minutes.reduce((sum: number, minutes: number) => sum + minutes, 0)).toBe(23_625)
    expect(capacitySuggestions[0].label).toContain('A rule that ended in 2024')
    expect(entered.every((row: { minutes: unknown }) => row.minutes === null)).toBe(true)
  })

  it('is the network’s own', async () => {
    const input = { networkCode: network.code, contractYear: '2026/27', staffGroup: 'CLINICIAN', minutesByMonth: twelve(1) }
    const group = { networkCode: network.code, name: 'Porters', under: 'ADMINISTRATOR' }
    const stranger = await test.given.manager(await test.given.network())
    expect(await stranger.codeOf(setCapacity, { input })).toBe('NOT_FOUND')
    expect(await stranger.codeOf(addStaffGroup, { input: group })).toBe('NOT_FOUND')
    expect(await stranger.codeOf(removeStaffGroup, { input: { networkCode: network.code, staffGroup: 'PORTERS' } })).toBe('NOT_FOUND')
    const member = await test.given.person('practice-member', network.practiceCodes[0] ?? '')
    for (const person of [member, await test.given.commissioner(network)]) {
      expect(await person.codeOf(setCapacity, { input })).toBe('FORBIDDEN')
      expect(await person.codeOf(addStaffGroup, { input: group })).toBe('FORBIDDEN')
    }
  })
})
