import { type ContractYear, contractYearOf, type Day, firstDayOf, isContractYear } from '../../platform/day.js'
import { CellProblem, codeIn, countIn, dayIn, dayOrNoneIn, folded, nameIn, shown, thousandthsIn } from './cell.js'
import { type PublicationKind } from './official-kind.js'

/** A network as the Organisation Data Service lists it. */
export interface NetworkRow {
  readonly networkCode: string
  readonly networkName: string
  /** Its lead commissioner; null where the report leaves it empty, as it does for a few closed networks. */
  readonly subIcbCode: string | null
  /** Null where a file names a network without its dates. */
  readonly openedOn: Day | null
  readonly closedOn: Day | null
}

/** A practice's time in a network. The last day is a day of membership. */
export interface MembershipRow {
  readonly practiceCode: string
  readonly practiceName: string
  readonly networkCode: string
  readonly networkName: string
  readonly subIcbCode: string | null
  readonly startsOn: Day
  readonly endsOn: Day | null
}

/** A practice as the Organisation Data Service lists it. */
export interface PracticeRow {
  readonly practiceCode: string
  readonly practiceName: string
  readonly isActive: boolean
}

/** A practice in the practice map of a day. */
export interface MapRow {
  readonly onDay: Day
  readonly practiceCode: string
  readonly practiceName: string
  readonly networkCode: string | null
  readonly networkName: string | null
  readonly subIcbCode: string
  readonly subIcbName: string
  readonly boardCode: string
  readonly boardName: string
  readonly regionCode: string
  readonly regionName: string
}

/** Registered patients of a practice on a day, or of another level of the same file, which only serves to check it. */
export interface ListRow {
  readonly level: 'PRACTICE' | 'OTHER'
  readonly levelName: string
  readonly practiceCode: string
  readonly onDay: Day
  readonly patients: number
}

/** A published result of one measure. */
export interface ResultRow {
  readonly organisationCode: string
  readonly contractYear: ContractYear
  readonly achievedOn: Day
  readonly indicatorCode: string
  readonly measure: string
  /** Null where the publisher suppressed it. */
  readonly value: number | null
}

/** How deprived the people registered with a practice or network are. */
export interface DeprivationRow {
  readonly organisationCode: string
  /** Null where the file does not say which index it is of. */
  readonly indexYear: number | null
  /** Thousandths; higher is more deprived. */
  readonly scoreThousandths: number
  /** 1 is the most deprived tenth; null where the file has none. */
  readonly decile: number | null
}

/** What a row of each kind becomes. */
export interface RowOf {
  NETWORKS: NetworkRow
  MEMBERSHIPS: MembershipRow
  PRACTICES: PracticeRow
  PRACTICE_MAP: MapRow
  LIST_SIZES: ListRow
  AGE_BANDS: ListRow
  RESULTS: ResultRow
  DEPRIVATION: DeprivationRow
}

/** The text of a row's column, by its short name; empty where the table has no such column. */
export type CellsOf = (key: string) => string

/** Why a row is left out though nothing is wrong with it. */
export class Skipped {
  constructor(readonly why: string) {}
}

type Reader<Kind extends PublicationKind> = (cell: CellsOf) => RowOf[Kind] | Skipped | null

/** How a row of each kind is read. Null where a row is of another level and no part of what is read. Errors: CellProblem. */
export const readersOf: { readonly [Kind in PublicationKind]: Reader<Kind> } = {
  NETWORKS: (cell) => {
    const row = {
      networkCode: codeIn(cell('networkCode'), 'network', 'PCN Code'),
      networkName: nameIn(cell('networkName'), 'PCN Name'),
      subIcbCode: leadIn(cell('subIcbCode'), 'Current Sub ICB Loc Code'),
      openedOn: dayIn(cell('openedOn'), 'Open Date'),
      closedOn: dayOrNoneIn(cell('closedOn'), 'Close Date'),
    }
    return inOrder(row, row.openedOn, row.closedOn, 'Close Date')
  },
  MEMBERSHIPS: (cell) => {
    const row = {
      practiceCode: codeIn(cell('practiceCode'), 'practice', 'Partner Organisation Code'),
      practiceName: nameIn(cell('practiceName'), 'Partner Name'),
      networkCode: codeIn(cell('networkCode'), 'network', 'PCN Code'),
      networkName: folded(cell('networkName')),
      subIcbCode: leadIn(cell('subIcbCode'), 'PCN Parent Sub ICB Loc Code'),
      startsOn: dayIn(cell('startsOn'), 'Practice to PCN Relationship Start Date'),
      endsOn: dayOrNoneIn(cell('endsOn'), 'Practice to PCN Relationship End Date'),
    }
    return inOrder(row, row.startsOn, row.endsOn, 'Practice to PCN Relationship End Date')
  },
  PRACTICES: (cell) => {
    // Four is a general practice in the reports of 2022 and 2023, RO76 in later ones.
    if (!['RO76', '4'].includes(cell('setting').trim())) return new Skipped('no general practice')
    return {
      practiceCode: codeIn(cell('practiceCode'), 'practice', 'column 1'),
      practiceName: nameIn(cell('practiceName'), 'column 2'),
      isActive: statusIn(cell('status')),
    }
  },
  PRACTICE_MAP: (cell) => {
    const network = folded(cell('networkCode'))
    return {
      onDay: dayIn(cell('onDay'), 'EXTRACT_DATE'),
      practiceCode: codeIn(cell('practiceCode'), 'practice', 'PRACTICE_CODE'),
      practiceName: nameIn(cell('practiceName'), 'PRACTICE_NAME'),
      networkCode: network === 'U' ? null : codeIn(network, 'network', 'PCN_CODE'),
      networkName: network === 'U' ? null : nameIn(cell('networkName'), 'PCN_NAME'),
      subIcbCode: codeIn(cell('subIcbCode'), 'subIcbLocation', 'SUB_ICB_LOCATION_CODE'),
      subIcbName: nameIn(cell('subIcbName'), 'SUB_ICB_LOCATION_NAME'),
      boardCode: codeIn(cell('boardCode'), 'board', 'ICB_CODE'),
      boardName: nameIn(cell('boardName'), 'ICB_NAME'),
      regionCode: codeIn(cell('regionCode'), 'region', 'COMM_REGION_CODE'),
      regionName: nameIn(cell('regionName'), 'COMM_REGION_NAME'),
    }
  },
  LIST_SIZES: (cell) => {
    if (folded(cell('TYPE')) !== 'GP') return new Skipped('no general practice')
    if (folded(cell('SEX')) !== 'ALL' || folded(cell('AGE')) !== 'ALL') return null
    return listRow(cell, codeIn(cell('CODE'), 'practice', 'CODE'), 'PRACTICE', 'GP')
  },
  AGE_BANDS: (cell) => {
    const level = folded(cell('ORG_TYPE'))
    if (!['GP', 'PCN', 'SUB_ICB_LOCATION_CODE', 'CCG', 'ICB', 'STP', 'Comm Region', 'Country'].includes(level)) {
      throw new CellProblem('ORG_TYPE', `expected GP, PCN, SUB_ICB_LOCATION_CODE, ICB or Comm Region; found ${shown(level)}`)
    }
    if (folded(cell('SEX')) !== 'ALL' || folded(cell('AGE_GROUP_5')) !== 'ALL') return null
    if (level !== 'GP') return listRow(cell, folded(cell('ORG_CODE')), 'OTHER', level)
    return listRow(cell, codeIn(cell('ORG_CODE'), 'practice', 'ORG_CODE'), 'PRACTICE', level)
  },
  RESULTS: (cell) => {
    const code = folded(cell('organisationCode'))
    if (['U', 'UNALLOCATED'].includes(code.toUpperCase())) return new Skipped('of no practice or network')
    const value = cell('value').trim()
    const achievedOn = dayIn(cell('achievedOn'), 'ACH_DATE')
    return {
      organisationCode: codeIn(code, folded(cell('organisationType')) === 'PCN' ? 'network' : 'practice', 'ORGANISATION_CODE'),
      contractYear: yearIn(cell('service'), achievedOn),
      achievedOn,
      indicatorCode: wordIn(cell('indicatorCode'), 'IND_CODE', 20),
      measure: wordIn(cell('measure'), 'MEASURE', 200),
      value: value === '*' ? null : countIn(value, 'VALUE'),
    }
  },
  DEPRIVATION: (cell) => {
    const code = folded(cell('organisationCode'))
    if (code === 'U') return new Skipped('of no practice or network')
    const [decile, year] = [cell('decile').trim(), cell('indexYear').trim()]
    if (decile !== '' && !/^(?:[1-9]|10)$/.test(decile)) throw new CellProblem('IMD_DECILE', `expected 1 to 10; found ${shown(decile)}`)
    if (year !== '' && !/^20\d{2}$/.test(year)) throw new CellProblem('IMD_YEAR', `expected a year such as 2025; found ${shown(year)}`)
    return {
      organisationCode: codeIn(code, code.startsWith('U') ? 'network' : 'practice', 'PRACTICE_CODE or PCN_CODE'),
      indexYear: year === '' ? null : Number(year),
      scoreThousandths: thousandthsIn(cell('score'), 'IMD_SCORE'),
      decile: decile === '' ? null : Number(decile),
    }
  },
}

function inOrder<T>(row: T, from: Day, to: Day | null, column: string): T {
  if (to !== null && to < from) throw new CellProblem(column, `expected a day from ${from} on; found ${to}`)
  return row
}

function leadIn(text: string, column: string): string | null {
  return text.trim() === '' ? null : codeIn(text, 'subIcbLocation', column)
}

function statusIn(text: string): boolean {
  const status = folded(text).toUpperCase()
  if (!['ACTIVE', 'INACTIVE', 'DORMANT', 'A', 'C', 'D', 'P'].includes(status)) {
    throw new CellProblem('column 13', `expected ACTIVE, INACTIVE or DORMANT; found ${shown(status)}`)
  }
  return status === 'ACTIVE' || status === 'A'
}

function listRow(cell: CellsOf, practiceCode: string, level: ListRow['level'], levelName: string): ListRow {
  const onDay = dayIn(cell('EXTRACT_DATE'), 'EXTRACT_DATE')
  return { level, levelName, practiceCode, onDay, patients: countIn(cell('NUMBER_OF_PATIENTS'), 'NUMBER_OF_PATIENTS') }
}

/** `NCD2324` is 2023/24; the day has to be in that year, or the first after it. */
function yearIn(text: string, achievedOn: Day): ContractYear {
  const found = /^NCD(\d{2})(\d{2})$/.exec(folded(text))
  const year = found ? `20${found[1]}/${found[2]}` : ''
  if (!isContractYear(year))
    throw new CellProblem('QUALITY_SERVICE', `expected NCD and a contract year, such as NCD2324; found ${shown(text)}`)
  if (achievedOn < firstDayOf(year)) {
    throw new CellProblem('ACH_DATE', `expected a day of ${year} or later; found ${achievedOn}, which is in ${contractYearOf(achievedOn)}`)
  }
  return year
}

function wordIn(text: string, column: string, most: number): string {
  const word = folded(text)
  const known = words.get(word)
  if (known !== undefined) return known
  if (word === '' || word.length > most) throw new CellProblem(column, `expected at most ${most} characters; found ${shown(word)}`)
  if (words.size > 10_000) words.clear()
  words.set(word, word)
  return word
}

/** Words that stand in many rows, each kept once. */
const words = new Map<string, string>()
