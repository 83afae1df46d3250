import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { startApp, type TestApp } from '../support/app.js'
import { type Client } from '../support/client.js'
import { withIndicator } from '../crowd-out/situation.js'

const setWorkloadFromCsv = /* GraphQL */ `
  mutation ($input: SetWorkloadFromCsvInput!) {
    setWorkloadFromCsv(input: $input) {
      __typename
      ... on WorkloadFileRead {
        capacitiesSet
        estimatesSet
        estimatesWithdrawn
      }
      ... on WorkloadFileRefused {
        field
        message
        problems {
          row
          column
          message
        }
      }
    }
  }
`
const setCapacity = 'mutation ($input: SetCapacityInput!) { setCapacity(input: $input) { __typename } }'
const estimateMinutes = 'mutation ($input: EstimateMinutesInput!) { estimateMinutes(input: $input) { __typename } }'
const twelve = (minutes: number) => Array<number>(12).fill(minutes)

describe('a file of time and estimates', () => {
  let test: TestApp
  beforeAll(async () => {
    test = await startApp()
  })
  afterAll(() => test.close())

  async function given() {
    const network = await test.given.network()
    const manager = await test.given.manager(network)
    await test.given.checklist(network, {
      entries: [
        { code: 'REP-1', nature: 'REPORT', title: '=cmd|calc' },
        { code: 'CARE-1', nature: 'DELIVER' },
      ],
    })
    const year = { networkCode: network.code, contractYear: '2026/27' }
    await manager.mutate(setCapacity, {
      ...{ ...year, staffGroup: 'CLINICAL_DIRECTOR', minutesByMonth: [null, ...twelve(1200).slice(1)], otherFixedByMonth: twelve(60) },
      basis: '-2 sessions, "about"\nso it says',
    })
    await manager.mutate(estimateMinutes, {
      ...{ ...year, requirementCode: 'REP-1', staffGroup: 'CLINICIAN', low: 1, central: 2, high: 3 },
      ...{ businessAsUsualPercent: 50, note: '=SUM(A1:A9)' },
    })
    const csv = async (by: Client = manager) =>
      (await by.query(`{ network(odsCode: "${network.code}") { workloadCsv(contractYear: "2026/27") } }`))['network'].workloadCsv as string
    const set = (file: string) => manager.mutate(setWorkloadFromCsv, { ...year, csv: file })
    return { network, manager, csv, set, year }
  }

  it('carries the estimates of indicators, to and fro', async () => {
    const network = await test.given.network()
    const manager = await test.given.manager(network)
    const checklist = await test.given.checklist(network, { entries: [{ code: 'REP-1', nature: 'REPORT' }] })
    await withIndicator(test, { checklist }, 'HI03')
    const year = { networkCode: network.code, contractYear: '2026/27' }
    await manager.mutate(estimateMinutes, { ...year, requirementCode: 'HI03', staffGroup: 'CLINICIAN', central: 600, note: 'Recalls' })
    const read = async () =>
      (await manager.query(`{ network(odsCode: "${network.code}") { workloadCsv(contractYear: "2026/27") } }`))['network']
        .workloadCsv as string
    const set = (csv: string) => manager.mutate(setWorkloadFromCsv, { ...year, csv })
    const file = await read()
    const [own = '', unknown = ''] = ['CLINICIAN', 'ADMINISTRATOR'].map(
      (group) => file.split('\r\n').find((line) => line.startsWith(`ESTIMATE,${group},HI03,`)) ?? '',
    )
    expect(own).toContain(',600,600,600,')
    expect(await set(file)).toMatchObject({ estimatesSet: 0, estimatesWithdrawn: 0 })
    const changed = file.replace(own, own.replaceAll('600', '')).replace(unknown, unknown.replace(/HI03,([^,]*),,,,/, 'HI03,$1,10,20,30,'))
    expect(await set(changed)).toMatchObject({ estimatesSet: 1, estimatesWithdrawn: 1 })
    const again = await read()
    expect(again).toContain(`ESTIMATE,ADMINISTRATOR,HI03,Indicator HI03,10,20,30,`)
    expect(again).toContain(`ESTIMATE,CLINICIAN,HI03,Indicator HI03,,,,`)
  })

  it('changes nothing when it comes back as it was', async () => {
    const { csv, set } = await given()
    const file = await csv()
    expect(await set(file)).toEqual({ __typename: 'WorkloadFileRead', capacitiesSet: 0, estimatesSet: 0, estimatesWithdrawn: 0 })
    expect(await csv()).toBe(file)
    expect(file).toContain("'=cmd|calc")
    expect(file).toContain("'=SUM(A1:A9)")
    // A heading, two lines for each of five groups, five estimates for each of two requirements; one basis has two lines.
    expect(file.split('\r\n').filter(Boolean)).toHaveLength(1 + 10 + 10)
  })

  it('carries one network’s figures to another with the same checklist', async () => {
    const { csv, set } = await given()
    const file = await csv()
    const edited = file
      .replace(/^(ESTIMATE,NETWORK_MANAGER,REP-1,[^,]*),\d*,\d*,\d*,/m, '$1,10,20,30,')
      .replace(/^(ESTIMATE,CLINICIAN,REP-1,[^,]*),1,2,3,50,/m, '$1,,,,,')
      .replace(/^CAPACITY,CLINICIAN,,[^,]*,,,,,,,,,,,,,,,,,/m, 'CAPACITY,CLINICIAN,,,,,,,1,2,3,4,5,6,7,8,9,10,11,12,')
    expect(await set(edited)).toEqual({ __typename: 'WorkloadFileRead', capacitiesSet: 1, estimatesSet: 1, estimatesWithdrawn: 1 })
    const now = await csv()
    expect(now).toMatch(/^ESTIMATE,NETWORK_MANAGER,REP-1,'=cmd\|calc,10,20,30,,/m)
    expect(now).toMatch(/^CAPACITY,CLINICIAN,,Clinicians,,,,,1,2,3,4,5,6,7,8,9,10,11,12,/m)
    expect(now).toMatch(/^ESTIMATE,CLINICIAN,REP-1,.*CATALOGUE_ASSUMPTION/m)
    expect(await set(now)).toMatchObject({ capacitiesSet: 0, estimatesSet: 0, estimatesWithdrawn: 0 })
  })

  it('is refused whole for one bad line, every problem named', async () => {
    const { csv, set } = await given()
    const file = await csv()
    const broken = file
      .replace(/^(ESTIMATE,NETWORK_MANAGER,REP-1,[^,]*),\d*,\d*,\d*,/m, '$1,10,20,30,')
      .concat('ESTIMATE,CLINICIAN,OTHER-1,,,5,,101,,,,,,,,,,,,,,\r\nCAPACITY,PORTERS,,,,,,,1,,,,,,,,,,,,,\r\n')
    const rows = file.split('\r\n').filter(Boolean).length
    const refused = await set(broken)
    expect(refused).toMatchObject({ __typename: 'WorkloadFileRefused', field: 'csv' })
    expect(refused['problems'].map(({ row, column }: { row: number; column: string }) => [row, column])).toEqual([
      [rows + 1, 'businessAsUsualPercent'],
      [rows + 1, 'requirement'],
      [rows + 2, 'staffGroup'],
    ])
    expect(await csv()).toBe(file)
  })

  it('is refused without its columns, and with a requirement of another network', async () => {
    const { csv, set } = await given()
    expect((await set('line,low\r\n'))['problems'].map(({ column }: { column: string }) => column)).toContain('staffgroup')
    expect(await set('')).toMatchObject({ __typename: 'WorkloadFileRefused' })
    const theirs = (await csv()).replace('ESTIMATE,CLINICIAN,REP-1', 'ESTIMATE,CLINICIAN,THEIRS-1')
    expect((await set(theirs))['problems']).toMatchObject([{ column: 'requirement' }])
  })

  it('is the network’s own', async () => {
    const { network, csv, year } = await given()
    const member = await test.given.person('practice-member', network.practiceCodes[0] ?? '')
    expect(await csv(member)).toContain('CLINICAL_DIRECTOR')
    const input = { ...year, csv: '' }
    expect(await member.codeOf(setWorkloadFromCsv, { input })).toBe('FORBIDDEN')
    expect(await (await test.given.commissioner(network)).codeOf(setWorkloadFromCsv, { input })).toBe('FORBIDDEN')
    expect(await (await test.given.manager(await test.given.network())).codeOf(setWorkloadFromCsv, { input })).toBe('NOT_FOUND')
  })
})
