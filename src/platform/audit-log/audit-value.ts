/** What the trail may hold beside ids: codes, digests, days, counts. Never names or free text. */
export type AuditValue = string | number | boolean | null | readonly string[]
