/** What of an entry of the audit trail says what it is about. */
export interface EntryFacts {
  readonly subjectType: string
  readonly subjectId: string
  readonly details: Readonly<Record<string, unknown>>
}

/** What leads from an entry to the checklist items it is about. */
export interface EntrySubjects {
  readonly itemIds: readonly string[]
  readonly occurrenceIds: readonly string[]
  /** Evidence whose entry does not say itself what it serves. */
  readonly evidenceIds: readonly string[]
}

/** Actions of the workload whose subject is an item. */
const ABOUT_ITEMS = ['workload.rate', 'declarationOnly.override']

/** Which items, occurrences and evidence an entry names. Nothing where it is about something else. */
export function subjectsOf({ action, subjectType, subjectId, details }: EntryFacts & { readonly action: string }): EntrySubjects {
  const isItem = subjectType === 'ChecklistItem' || ABOUT_ITEMS.includes(action)
  const occurrenceIds = [...textsIn(details['occurrenceId']), ...textsIn(details['occurrences'])]
  const isSilent = subjectType === 'Evidence' && occurrenceIds.length === 0
  return {
    itemIds: [...(isItem ? [subjectId] : []), ...textsIn(details['itemId'])],
    occurrenceIds,
    evidenceIds: isSilent ? [subjectId] : [],
  }
}

function textsIn(value: unknown): string[] {
  return [value].flat().filter((one): one is string => typeof one === 'string')
}
