/** Under which heading a permission is offered. */
export type PermissionGroup = 'Read' | 'Record and declare' | 'Plan' | 'Decide and set' | 'People'

/** What each permission is for, in words, by the API's name for it. */
export const permissionWords: Readonly<Record<string, readonly [PermissionGroup, string]>> = {
  VIEWER_READ: ['Read', 'who the token belongs to'],
  SPECIFICATION_READ: ['Read', 'the contract'],
  NETWORK_READ: ['Read', 'networks and their practices'],
  CHECKLIST_READ: ['Read', 'checklists, their items and how far they are'],
  ENGLAND_READ: ['Read', 'all of England, as counts'],
  BOARD_READ: ['Read', 'an ICB, across its networks'],
  PRACTICE_READ: ['Read', 'which practice has confirmed what'],
  EVIDENCE_READ: ['Read', 'evidence, submissions and decisions'],
  HISTORY_READ: ['Read', 'what happened to an item'],
  ASSIGNMENT_READ: ['Read', 'who looks after an item'],
  PRIORITY_READ: ['Read', 'the network’s own priorities'],
  WORKLOAD_READ: ['Read', 'capacity, estimates and logged time'],
  REQUEST_READ: ['Read', 'requests made of the network'],
  LMC_READ: ['Read', 'which LMC covers which network'],
  CROWD_OUT_READ: ['Read', 'what the contract takes and what is left'],
  STATEMENT_READ: ['Read', 'the network’s statement'],
  STATEMENT_READ_PUBLISHED: ['Read', 'published statements'],
  SERVICE_READ: ['Read', 'how the service is'],
  RELEASE_READ: ['Read', 'pooled figures'],
  AUDIT_READ: ['Read', 'the audit trail'],
  MEMBERSHIP_READ: ['Read', 'who is in the organisation'],
  EVIDENCE_RECORD: ['Record and declare', 'record, correct and withdraw evidence'],
  EVIDENCE_DECLARE: ['Record and declare', 'declare'],
  EVIDENCE_CONFIRM: ['Record and declare', 'confirm for a practice'],
  EVIDENCE_SUBMIT: ['Record and declare', 'submit to the commissioner'],
  ITEM_ASSIGN: ['Record and declare', 'say who looks after an item'],
  ITEM_MARK: ['Record and declare', 'mark an item as blocked, not applicable or not met'],
  ITEM_ASK: ['Record and declare', 'ask and answer questions'],
  PRIORITY_SET: ['Plan', 'set and rank priorities'],
  PRIORITY_ENDORSE: ['Plan', 'endorse priorities'],
  WORKLOAD_SET: ['Plan', 'set capacity and estimates'],
  WORKLOAD_LOG: ['Plan', 'log time'],
  WORKLOAD_RATE: ['Plan', 'rate items'],
  REQUEST_RECORD: ['Plan', 'record requests'],
  REQUEST_ANSWER: ['Plan', 'answer requests'],
  REQUEST_WITHDRAW: ['Plan', 'withdraw requests'],
  REQUEST_SIFT: ['Plan', 'sift requests'],
  DISPLACEMENT_RECORD: ['Plan', 'record what was displaced'],
  STATEMENT_PUBLISH: ['Plan', 'publish the statement'],
  OCCURRENCE_DECIDE: ['Decide and set', 'accept and return what was submitted'],
  LOCAL_DAY_SET: ['Decide and set', 'set local days'],
  LMC_COVER: ['Decide and set', 'say which LMC covers which network'],
  MEMBERSHIP_MANAGE: ['People', 'invite people, change and end what they are'],
  PERSON_ERASE: ['People', 'erase people'],
}

const order: readonly PermissionGroup[] = ['Read', 'Record and declare', 'Plan', 'Decide and set', 'People']

/** Permissions as boxes to tick, by group; one without words of its own shows its name. */
export function permissionGroups(
  permissions: readonly string[],
  chosen: ReadonlySet<string>,
): { group: PermissionGroup; items: { value: string; text: string; checked: boolean }[] }[] {
  return order.flatMap((group) => {
    const items = permissions
      .filter((permission) => (permissionWords[permission]?.[0] ?? 'Read') === group)
      .map((permission) => ({ value: permission, text: capital(permissionInWords(permission)), checked: chosen.has(permission) }))
    return items.length === 0 ? [] : [{ group, items }]
  })
}

export function permissionInWords(permission: string): string {
  return permissionWords[permission]?.[1] ?? permission
}

/** Those that only read: what most programs are for. */
export function readingOnly(permissions: readonly string[]): string[] {
  return permissions.filter((permission) => permissionWords[permission]?.[0] === 'Read')
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
