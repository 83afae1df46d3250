/** What somebody can be in an organisation. */
export const roles = [
  'network-manager',
  'clinical-director',
  'practice-member',
  'commissioner',
  'lmc',
  'national-viewer',
  'operator',
] as const
export type Role = (typeof roles)[number]

/**
 * Which organisations a role reaches with a permission:
 * `own` the organisation of the membership (an LMC's requests are those of the networks it covers); `network` the networks its practice
 * belongs to; `overseen` its ICB and the networks that ICB commissions; `england` all of them.
 */
export type Reach = 'own' | 'network' | 'overseen' | 'england'

type Row = Partial<Record<Role, Reach>>

/** Everybody in a network and its practices, and nobody else. */
const members = { 'network-manager': 'own', 'clinical-director': 'own', 'practice-member': 'network' } as const satisfies Row

/** Those who run a network, and an ICB's commissioners for the ICB's own checklist. */
const runners = { 'network-manager': 'own', 'clinical-director': 'own', commissioner: 'own' } as const satisfies Row

/** Those who run a network, for what is the network's own. */
const leaders = { 'network-manager': 'own', 'clinical-director': 'own' } as const satisfies Row

/** Everybody who may see how far a network or an ICB is. */
const readers = { ...members, commissioner: 'overseen', 'national-viewer': 'england' } as const satisfies Row

/** Everybody who is anything here. */
const everybody = { ...readers, lmc: 'own', operator: 'own' } as const satisfies Row

/** Those who say who else is in their organisation. A network's administer its practices too; an operator administers everything, England included. */
const administrators = { ...leaders, commissioner: 'own', lmc: 'own', operator: 'england' } as const satisfies Row

/** Who may do what, and where. One row per permission: this table answers every access question. */
export const permissions = {
  'viewer.read': everybody,
  'account.manage': everybody,
  'membership.read': administrators,
  'membership.manage': administrators,
  'person.erase': { operator: 'england' },
  'specification.read': everybody,
  'network.read': readers,
  'checklist.read': readers,
  'england.read': { 'national-viewer': 'england', operator: 'england' },
  'board.read': { commissioner: 'overseen', 'national-viewer': 'england' },
  'practice.read': members,
  'evidence.read': { ...members, commissioner: 'overseen' },
  'history.read': { ...members, commissioner: 'own' },
  'evidence.record': { ...members, commissioner: 'own' },
  'evidence.declare': runners,
  'evidence.confirm': { 'practice-member': 'network', 'network-manager': 'own' },
  'evidence.submit': runners,
  'assignment.read': { ...members, commissioner: 'own' },
  'item.assign': runners,
  'item.mark': runners,
  'item.ask': { ...members, commissioner: 'overseen' },
  'occurrence.decide': { commissioner: 'overseen' },
  'localDay.set': { commissioner: 'own' },
  'priority.read': members,
  'priority.set': leaders,
  'priority.endorse': { 'practice-member': 'network' },
  'workload.read': members,
  'workload.set': leaders,
  'workload.log': members,
  'workload.rate': { 'clinical-director': 'own' },
  'request.read': { ...members, lmc: 'own' },
  'request.record': { ...members, lmc: 'own' },
  'request.answer': leaders,
  'request.withdraw': { ...leaders, lmc: 'own' },
  'lmc.read': { ...members, lmc: 'own', operator: 'england' },
  'lmc.cover': { operator: 'england' },
  'request.sift': { 'clinical-director': 'own', lmc: 'own' },
  'crowdOut.read': members,
  'displacement.record': leaders,
  'statement.read': members,
  'statement.publish': leaders,
  'statement.readPublished': { ...members, commissioner: 'overseen', lmc: 'own' },
  'service.read': { operator: 'england' },
  'release.read': everybody,
  'audit.read': { 'network-manager': 'own', 'clinical-director': 'own', commissioner: 'own', operator: 'england' },
} as const satisfies Record<string, Row>

export type PermissionName = keyof typeof permissions

/** Every permission there is. */
export const permissionNames = Object.keys(permissions) as readonly PermissionName[]

export function isPermission(text: string): text is PermissionName {
  return Object.hasOwn(permissions, text)
}

/** What only a person in a browser may do: a token could otherwise make itself another, and a leaked one would never end. */
export const inBrowserOnly: ReadonlySet<PermissionName> = new Set(['account.manage'])

/** What gives people power, or takes all of it: a token has it only when it is named, never because it is for all that its person may do. */
export const namedOnly: ReadonlySet<PermissionName> = new Set(['membership.manage', 'person.erase'])
