import { type InputProblem } from '../../platform/request-error.js'
import { minutesTyped } from '../layout/hours.js'

/** A priority in other months. */
export interface Move {
  readonly id: string
  readonly firstMonth: number
  readonly lastMonth: number
}

/** Time added to some months of one staff group, as typed. */
export interface AddedTime {
  readonly staffGroup: string
  readonly hours: string
  readonly firstMonth: number
  readonly lastMonth: number
}

/** What somebody supposes, as the address of the page carries it. */
export interface Switches {
  /** Whose time is looked at. */
  readonly group: string
  readonly relaxing: readonly string[]
  readonly pursuing: readonly string[]
  readonly dropping: readonly string[]
  readonly protecting: readonly string[]
  readonly moving: readonly Move[]
  readonly adding: AddedTime | null
}

export const CLINICAL_DIRECTOR = 'CLINICAL_DIRECTOR'
const MONTHS = 12
/** The most of anything one address is read for: no page has more to tick. */
const MOST = 200

export const nothingSwitched: Switches = {
  ...{ group: CLINICAL_DIRECTOR, relaxing: [], pursuing: [], dropping: [], protecting: [], moving: [], adding: null },
}

/** What follows the question mark of an address. */
export function addressParameters(address: string): URLSearchParams {
  return new URL(address, 'http://here.invalid').searchParams
}

/** The switches of an address. What cannot be read is no switch. */
export function switchesOf(parameters: URLSearchParams): Switches {
  const list = (name: string): string[] =>
    [...new Set(parameters.getAll(name).filter((value) => value !== '' && value.length <= 64))].slice(0, MOST)
  const group = parameters.get('group') ?? ''
  return {
    group: isGroup(group) ? group : CLINICAL_DIRECTOR,
    relaxing: list('relax'),
    pursuing: list('pursue'),
    dropping: list('drop'),
    protecting: list('protect'),
    moving: movesOf(parameters),
    adding: addedOf(parameters, isGroup(group) ? group : CLINICAL_DIRECTOR),
  }
}

function isGroup(text: string): boolean {
  return /^[A-Z][A-Z0-9_]{0,63}$/.test(text)
}

/** Priorities whose months are not those planned: a form sends the planned ones along (`planned-`), an address only what differs. */
function movesOf(parameters: URLSearchParams): Move[] {
  return [...parameters.keys()]
    .filter((name) => name.startsWith('first-'))
    .map((name) => name.slice('first-'.length))
    .slice(0, MOST)
    .flatMap((id) => {
      const [first, last] = [parameters.get(`first-${id}`) ?? '', parameters.get(`last-${id}`) ?? '']
      const [firstMonth, lastMonth] = [monthOf(first), monthOf(last)]
      if (firstMonth === null || lastMonth === null || parameters.get(`planned-${id}`) === `${first}-${last}`) return []
      return [{ id, firstMonth, lastMonth }]
    })
}

function addedOf(parameters: URLSearchParams, group: string): AddedTime | null {
  const hours = (parameters.get('addHours') ?? '').trim().slice(0, 20)
  if (hours === '') return null
  const asked = parameters.get('addGroup') ?? ''
  return {
    ...{ staffGroup: isGroup(asked) ? asked : group, hours },
    ...{ firstMonth: monthOf(parameters.get('addFirst') ?? '') ?? 0, lastMonth: monthOf(parameters.get('addLast') ?? '') ?? MONTHS - 1 },
  }
}

function monthOf(text: string): number | null {
  const month = /^\d{1,2}$/.test(text) ? Number(text) : MONTHS
  return month < MONTHS ? month : null
}

/** Whether anything is supposed at all. */
export function isSwitched({ relaxing, pursuing, dropping, protecting, moving, adding }: Switches): boolean {
  return relaxing.length + pursuing.length + dropping.length + protecting.length + moving.length > 0 || adding !== null
}

/** What is wrong with what was typed. */
export function switchProblems({ moving, adding }: Switches): InputProblem[] {
  const backwards = 'The last month must be the first month or a later one'
  const moves = moving
    .filter(({ firstMonth, lastMonth }) => firstMonth > lastMonth)
    .map(({ id }) => ({ field: `last-${id}`, message: backwards }))
  if (!adding) return moves
  const minutes = minutesTyped(adding.hours)
  const isTime = minutes !== null && minutes > 0 && minutes <= 10_000
  return [
    ...moves,
    ...(isTime ? [] : [{ field: 'addHours', message: 'Hours a month must be a number above 0, such as 4 or 1.5' }]),
    ...(adding.firstMonth <= adding.lastMonth ? [] : [{ field: 'addLast', message: backwards }]),
  ]
}

/** The switches as the API takes them. */
export function variablesOf({ group, relaxing, pursuing, dropping, protecting, moving, adding }: Switches) {
  const minutes = adding ? minutesTyped(adding.hours) : null
  const months = adding && minutes !== null ? Array.from({ length: MONTHS }, (_, month) => month) : []
  return {
    ...{ group, relaxing, pursuing, dropping, protecting },
    moving: moving.map(({ id, firstMonth, lastMonth }) => ({ code: id, firstMonth, lastMonth })),
    adding: months
      .filter((month) => adding && adding.firstMonth <= month && month <= adding.lastMonth)
      .map((month) => ({ staffGroup: adding?.staffGroup, month, minutes })),
  }
}

/** The address of a page with these switches: what somebody shares. Nothing that is as planned is in it. */
export function addressOf(page: string, switches: Switches, more: Readonly<Record<string, string | number>> = {}): string {
  const parameters = new URLSearchParams()
  if (switches.group !== CLINICAL_DIRECTOR) parameters.append('group', switches.group)
  for (const code of switches.relaxing) parameters.append('relax', code)
  for (const code of switches.pursuing) parameters.append('pursue', code)
  for (const code of switches.dropping) parameters.append('drop', code)
  for (const id of switches.protecting) parameters.append('protect', id)
  for (const { id, firstMonth, lastMonth } of switches.moving) {
    parameters.append(`first-${id}`, String(firstMonth))
    parameters.append(`last-${id}`, String(lastMonth))
  }
  if (switches.adding) {
    const { staffGroup, hours, firstMonth, lastMonth } = switches.adding
    const added = {
      addHours: hours,
      addFirst: firstMonth,
      addLast: lastMonth,
      ...(staffGroup !== switches.group && { addGroup: staffGroup }),
    }
    for (const [name, value] of Object.entries(added)) parameters.append(name, String(value))
  }
  for (const [name, value] of Object.entries(more)) parameters.append(name, String(value))
  const text = parameters.toString()
  return text === '' ? page : `${page}?${text}`
}
