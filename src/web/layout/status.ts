/** The words of the API for where something stands. */
export type Status =
  | 'NOT_APPLICABLE'
  | 'ACCEPTED'
  | 'SUSPENDED'
  | 'NOT_PURSUED'
  | 'NOT_MET'
  | 'RETURNED'
  | 'EVIDENCED'
  | 'LAPSED'
  | 'BLOCKED_BY_PARTNER'
  | 'OVERDUE'
  | 'OPEN'
  | 'NOT_YET_DUE'

/** A tag of the design system: the word says it all, the colour only repeats it. */
export interface Tag {
  readonly text: string
  readonly classes: string
}

const tags: Readonly<Record<Status, Tag>> = {
  OVERDUE: { text: 'Overdue', classes: 'nhsuk-tag--red' },
  RETURNED: { text: 'Returned', classes: 'nhsuk-tag--orange' },
  LAPSED: { text: 'Lapsed', classes: 'nhsuk-tag--orange' },
  OPEN: { text: 'Open', classes: '' },
  BLOCKED_BY_PARTNER: { text: 'Waiting for a partner', classes: 'nhsuk-tag--purple' },
  NOT_MET: { text: 'Not met', classes: 'nhsuk-tag--pink' },
  EVIDENCED: { text: 'Shown', classes: 'nhsuk-tag--aqua-green' },
  ACCEPTED: { text: 'Accepted', classes: 'nhsuk-tag--green' },
  SUSPENDED: { text: 'Suspended', classes: 'nhsuk-tag--grey' },
  NOT_PURSUED: { text: 'Not pursued', classes: 'nhsuk-tag--grey' },
  NOT_APPLICABLE: { text: 'Does not apply', classes: 'nhsuk-tag--grey' },
  NOT_YET_DUE: { text: 'Not yet due', classes: 'nhsuk-tag--white' },
}

/** Every status, in the order in which things want doing. */
export const statuses = Object.keys(tags) as Status[]

/** What a status is called, and its tag. Being late with paid work is money missed, with anything else a breach. */
export function statusTag(status: Status, late: 'BREACH' | 'MONEY_MISSED' | null = null): Tag {
  if (status === 'OVERDUE' && late === 'MONEY_MISSED') return { text: 'Money missed', classes: 'nhsuk-tag--yellow' }
  if (status === 'OVERDUE' && late === 'BREACH') return { text: 'Overdue: breach', classes: 'nhsuk-tag--red' }
  return tags[status]
}

/** Whether something is still to be done, now or later. */
export function isOwed(status: Status): boolean {
  return ['RETURNED', 'LAPSED', 'BLOCKED_BY_PARTNER', 'OVERDUE', 'OPEN', 'NOT_YET_DUE'].includes(status)
}

/** Whether it can be shown now. */
export function isOpen(status: Status): boolean {
  return isOwed(status) && status !== 'NOT_YET_DUE'
}
