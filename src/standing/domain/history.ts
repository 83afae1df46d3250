/** What can happen to an item. */
export const historyKinds = [
  'EVENT_REPORTED',
  'ASSIGNED',
  'MARKED_NOT_APPLICABLE',
  'MARKED_NOT_PURSUED',
  'MARKED_NOT_MET',
  'MARKED_BLOCKED_BY_PARTNER',
  'EVIDENCE_RECORDED',
  'EVIDENCE_SUPERSEDED',
  'EVIDENCE_WITHDRAWN',
  'SUBMITTED',
  'ACCEPTED',
  'RETURNED',
  'QUESTION_ASKED',
  'QUESTION_ANSWERED',
] as const
export type HistoryKind = (typeof historyKinds)[number]
