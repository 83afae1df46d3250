import { type Day, type Instant } from '../../platform/day.js'
import { type InputProblem } from '../../platform/request-error.js'
import { type FormFields } from '../../platform/web/form.js'
import { isBlank, readDay, type TypedDay, typedDay } from '../layout/dates.js'
import { count, dayInWords, momentInWords } from '../layout/words.js'
import { monthName } from './national-home.view.js'

export interface OperatorHomeData {
  readonly service: { readonly mode: string; readonly today: Day; readonly clockNote: string | null }
  readonly installation: {
    readonly version: string
    readonly nodeVersion: string
    readonly startedAt: Instant
    readonly database: string
    readonly migrations: number
    readonly tables: readonly { readonly name: string; readonly rows: number }[]
  }
  readonly releases: readonly { readonly month: string }[]
  readonly localMedicalCommittees: readonly {
    readonly code: string
    readonly name: string
    readonly networks: readonly { readonly odsCode: string; readonly name: string; readonly startsOn: Day; readonly endsOn: Day | null }[]
  }[]
}

/** What of the tables somebody who runs the service wants counted, in words. */
const counted: readonly (readonly [table: string, one: string, many: string])[] = [
  ['network', 'primary care network', 'primary care networks'],
  ['practice', 'practice', 'practices'],
  ['integrated_care_board', 'integrated care board', 'integrated care boards'],
  ['person', 'person', 'people'],
  ['specification', 'edition of the contract', 'editions of the contract'],
  ['checklist', 'checklist', 'checklists'],
  ['evidence', 'piece of evidence', 'pieces of evidence'],
  ['stored_file', 'file', 'files'],
  ['request', 'request', 'requests'],
  ['published_statement', 'published statement', 'published statements'],
  ['audit_entry', 'entry of the trail', 'entries of the trail'],
]

/** What whoever runs the service finds: what runs, how it is, what is in it; nothing of how anybody does. */
export function operatorHome({ service, installation, releases, localMedicalCommittees }: OperatorHomeData) {
  const { version, nodeVersion, startedAt, database, migrations, tables } = installation
  const rowsOf = new Map(tables.map(({ name, rows }) => [name, rows]))
  const [latest] = releases
  const month = service.today.slice(0, 7)
  return {
    facts: [
      {
        name: 'Headroom',
        value: `version ${version}, ${service.mode === 'demonstration' ? 'demonstration: everything in it is invented' : 'production'}`,
      },
      { name: 'Runs on', value: `Node.js ${nodeVersion}, up since ${momentInWords(startedAt)}` },
      { name: 'Database', value: `${database}, ${count(migrations, 'migration')} applied` },
      { name: 'Clock', value: `${dayInWords(service.today)}. ${service.clockNote ?? 'The real clock.'}` },
    ],
    counts: counted.flatMap(([table, one, many]) => {
      const rows = rowsOf.get(table)
      return rows === undefined ? [] : [{ number: rows.toLocaleString('en-GB'), label: rows === 1 ? one : many }]
    }),
    tables,
    latestRelease: latest ? monthName(latest.month) : null,
    isReleaseDue: latest?.month !== month,
    monthName: monthName(month),
    committees: localMedicalCommittees.map(({ code, name, networks }) => ({
      ...{ code, name },
      networks: networks.map(
        (one) => `${one.name} (${one.odsCode}), from ${dayInWords(one.startsOn)}${one.endsOn ? ` to ${dayInWords(one.endsOn)}` : ''}`,
      ),
    })),
  }
}

/** What stands in the form that says which networks an LMC covers. */
export interface CoverForm {
  readonly idempotencyKey: string
  readonly lmcCode: string
  readonly name: string
  readonly networkCodes: string
  readonly startsOn: TypedDay
}

export function coverFormOf(fields: FormFields): CoverForm {
  return {
    ...{ idempotencyKey: fields.one('idempotencyKey'), lmcCode: fields.one('lmcCode').toUpperCase(), name: fields.one('name') },
    ...{ networkCodes: fields.one('networkCodes'), startsOn: typedDay(fields, 'startsOn') },
  }
}

export function coverInput(fields: FormFields): { input: object; problems: InputProblem[] } {
  const form = coverFormOf(fields)
  const codes = form.networkCodes
    .toUpperCase()
    .split(/[\s,;]+/)
    .filter((code) => code !== '')
  const starts = isBlank(form.startsOn) ? { day: null, problems: [] } : readDay(fields, 'startsOn', 'The first day')
  const problems = [
    ...(form.lmcCode === '' ? [{ field: 'lmcCode', message: 'Enter the code its people have as their organisation' }] : []),
    ...(form.name === '' ? [{ field: 'name', message: 'Enter what it is called' }] : []),
    ...starts.problems,
  ]
  const { idempotencyKey, lmcCode, name } = form
  return {
    input: { idempotencyKey: idempotencyKey || null, lmcCode, name, networkCodes: [...new Set(codes)], startsOn: starts.day },
    problems,
  }
}
