import fs from 'node:fs'
import path from 'node:path'
import { generateEngland } from '../src/network/domain/generated-england.js'
import { addDays } from '../src/platform/day.js'

/** Networks closed and practices moved in a generated past: the reports of England have a quarter more memberships than members. */
const MOVED_EVERY = 4
const AGE_BANDS = ['0_4', ...Array.from({ length: 18 }, (_, band) => `${band * 5 + 5}_${band * 5 + 9}`), '95+']

/** Codes as the Organisation Data Service would issue them: importers refuse invented ones. */
const official = (code: string) =>
  /^[UP]X/.test(code) ? `${code.startsWith('U') ? 'U' : 'A'}0${code.slice(2)}` : code.replace('QX', 'Q').replace('SX', 'S')

/** Writes the files of all England of one month into a folder: as many rows as the real ones have. With `isLater` a month of changes later. */
export function writeEngland(folder: string, isLater: boolean): { files: number; bytes: number } {
  const england = generateEngland('2026-07-01')
  const boardOf = new Map(
    england.commissioners.filter(({ isLead }) => isLead).map(({ networkCode, boardCode }) => [networkCode, boardCode]),
  )
  const subIcbOf = (network: string) => boardOf.get(network)?.replace('QX', 'S') ?? ''
  const quoted = (cells: readonly string[]) => cells.map((cell) => `"${cell}"`).join(',')
  const networks = england.networks.map(({ odsCode, name }) =>
    quoted([
      official(odsCode),
      name.toUpperCase(),
      subIcbOf(odsCode),
      'NHS ICB',
      '20190701',
      '',
      'A HOUSE',
      '',
      '',
      'A TOWN',
      '',
      'AB1 2CD',
    ]),
  )
  const members = england.memberships.flatMap(({ networkCode, practiceCode }, index) => {
    const row = (network: string, starts: string, ends: string) =>
      quoted([
        official(practiceCode),
        `THE ${practiceCode} SURGERY`,
        subIcbOf(network),
        'ICB',
        official(network),
        'A PCN',
        subIcbOf(network),
        'ICB',
        starts,
        ends,
        'TRUE',
      ])
    const before = england.networks[index % england.networks.length]?.odsCode ?? networkCode
    const leaves = isLater && index % 50 === 0
    const current = row(networkCode, index % MOVED_EVERY ? '20190701' : '20230401', leaves ? '20260930' : '')
    return index % MOVED_EVERY ? [current] : [row(before, '20190701', '20230331'), current]
  })
  const month = isLater ? '2026-08-01' : '2026-07-01'
  const networkOf = new Map(england.memberships.map(({ practiceCode, networkCode }) => [practiceCode, networkCode]))
  const map = england.practices.map(({ odsCode }) => {
    const network = networkOf.get(odsCode) ?? ''
    const board = official(boardOf.get(network) ?? '')
    const place = ['E38000001', subIcbOf(network), 'NHS Area', 'E54000001', board, `NHS ${board}`, 'E40000001', 'Y60', 'Midlands', 'TPP']
    return ['GP_PRAC_PAT_LIST', month, official(odsCode), `THE ${odsCode} SURGERY`, 'AB1 2CD', official(network), 'A PCN', ...place].join(
      ',',
    )
  })
  const bands = england.listSizes.flatMap(({ practiceCode, patients }) => {
    const row = (sex: string, band: string, count: number) =>
      `GP_PRAC_PAT_QUIN_AGE,${month},GP,${official(practiceCode)},,AB1 2CD,${sex},${band},${count}`
    const sexes = ['FEMALE', 'MALE'].flatMap((sex) => [
      row(sex, 'ALL', patients >> 1),
      ...AGE_BANDS.map((band) => row(sex, band, patients >> 5)),
    ])
    return [row('ALL', 'ALL', patients + (isLater ? 10 : 0)), ...sexes]
  })
  const results = [...england.networks, ...england.practices].flatMap(({ odsCode }, index) => {
    const isNetwork = odsCode.startsWith('U')
    const row = (measure: string, value: number | string) =>
      `${isNetwork ? 'PCN' : 'GP practice'},${official(odsCode)},X,NCD2627,31/07/2026,NCD001,${measure},${value}`
    const measures = isNetwork ? ['A', 'B', 'C', 'D', 'E', 'F'] : ['A', 'B', 'C']
    return measures.map((measure, place) => row(measure, index % 40 ? index + place : '*'))
  })
  const write = (name: string, lines: readonly string[]) => fs.writeFileSync(path.join(folder, name), `${lines.join('\r\n')}\r\n`)
  fs.mkdirSync(folder, { recursive: true })
  const released = addDays(month, 1)
  write(`networks-${released}.csv`, networks)
  write(`partners-${released}.csv`, members)
  const heading =
    'PUBLICATION,EXTRACT_DATE,PRACTICE_CODE,PRACTICE_NAME,PRACTICE_POSTCODE,PCN_CODE,PCN_NAME,ONS_SUB_ICB_LOCATION_CODE,SUB_ICB_LOCATION_CODE,'
  write('map.csv', [
    `${heading}SUB_ICB_LOCATION_NAME,ONS_ICB_CODE,ICB_CODE,ICB_NAME,ONS_COMM_REGION_CODE,COMM_REGION_CODE,COMM_REGION_NAME,SUPPLIER_NAME`,
    ...map,
  ])
  write('bands.csv', ['PUBLICATION,EXTRACT_DATE,ORG_TYPE,ORG_CODE,ONS_CODE,POSTCODE,SEX,AGE_GROUP_5,NUMBER_OF_PATIENTS', ...bands])
  write('results.csv', [
    'ORGANISATION_TYPE,ORGANISATION_CODE,ORGANISATION_NAME,QUALITY_SERVICE,ACH_DATE,IND_CODE,MEASURE,VALUE',
    ...results,
  ])
  const names = fs.readdirSync(folder)
  return { files: names.length, bytes: names.reduce((sum, name) => sum + fs.statSync(path.join(folder, name)).size, 0) }
}
