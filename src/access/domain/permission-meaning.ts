import { type PermissionName } from './permission.js'

/** Under which heading a permission is told. */
export const permissionGroups = ['Read', 'Record and declare', 'Plan', 'Decide and set', 'People'] as const
export type PermissionGroup = (typeof permissionGroups)[number]

/** What a permission is for, in words. */
export interface PermissionMeaning {
  readonly group: PermissionGroup
  /** What is read, or what is done. */
  readonly what: string
  /** What is not said by who holds it and where. */
  readonly note?: string
}

/** What each permission is for. One row per permission, like the table itself. */
export const permissionMeanings: Readonly<Record<PermissionName, PermissionMeaning>> = {
  'viewer.read': { group: 'Read', what: 'who one is here' },
  'account.manage': { group: 'People', what: 'see and end their own sessions and tokens', note: 'In a browser only, never by a token.' },
  'membership.read': { group: 'Read', what: 'who is in the organisation', note: 'A network’s administrators also see its practices.' },
  'membership.manage': {
    group: 'People',
    what: 'invite people, change and end what they are',
    note: 'A network’s administrators also administer its practices; nobody gives what they do not administer.',
  },
  'person.erase': { group: 'People', what: 'erase people' },
  'specification.read': { group: 'Read', what: 'the contract' },
  'network.read': { group: 'Read', what: 'networks and their practices', note: 'Names, codes, practices and published list sizes.' },
  'checklist.read': {
    group: 'Read',
    what: 'checklists, their items and how far they are',
    note: 'What is due and how far it is, without evidence.',
  },
  'england.read': { group: 'Read', what: 'all of England, as counts', note: 'How far each network is: counts, no evidence and no time.' },
  'board.read': { group: 'Read', what: 'an ICB, across its networks' },
  'practice.read': { group: 'Read', what: 'which practice has confirmed what', note: 'Never a commissioner.' },
  'evidence.read': {
    group: 'Read',
    what: 'evidence, submissions and decisions',
    note: 'A commissioner sees what was submitted, never drafts; practice staff see other practices’ once it is submitted.',
  },
  'history.read': { group: 'Read', what: 'what happened to an item', note: 'A commissioner sees that of the ICB’s own duties.' },
  'evidence.record': {
    group: 'Record and declare',
    what: 'record, correct and withdraw evidence',
    note: 'A commissioner for the ICB’s own duties; practice staff for their own practice.',
  },
  'evidence.declare': { group: 'Record and declare', what: 'declare', note: 'A commissioner for the ICB’s own duties.' },
  'evidence.confirm': { group: 'Record and declare', what: 'confirm for a practice' },
  'evidence.submit': { group: 'Record and declare', what: 'submit to the commissioner', note: 'A commissioner for the ICB’s own duties.' },
  'assignment.read': { group: 'Read', what: 'who looks after an item', note: 'A commissioner sees that of the ICB’s own duties.' },
  'item.assign': { group: 'Record and declare', what: 'say who looks after an item', note: 'A commissioner for the ICB’s own duties.' },
  'item.mark': {
    group: 'Record and declare',
    what: 'mark an item as blocked, not applicable or not met',
    note: 'A commissioner for the ICB’s own duties.',
  },
  'item.ask': { group: 'Record and declare', what: 'ask and answer questions' },
  'occurrence.decide': {
    group: 'Decide and set',
    what: 'accept and return what was submitted',
    note: 'Of what was submitted; never on what one recorded oneself.',
  },
  'localDay.set': { group: 'Decide and set', what: 'set local days', note: 'For the networks the ICB leads.' },
  'priority.read': { group: 'Read', what: 'the network’s own priorities' },
  'priority.set': { group: 'Plan', what: 'set and rank priorities' },
  'priority.endorse': { group: 'Plan', what: 'endorse priorities' },
  'workload.read': { group: 'Read', what: 'capacity, estimates and logged time' },
  'workload.set': { group: 'Plan', what: 'set capacity and estimates' },
  'workload.log': { group: 'Plan', what: 'log time' },
  'workload.rate': { group: 'Plan', what: 'rate items' },
  'request.read': { group: 'Read', what: 'requests made of the network', note: 'An LMC sees those of networks it covers.' },
  'request.record': { group: 'Plan', what: 'record requests', note: 'An LMC for networks it covers.' },
  'request.answer': { group: 'Plan', what: 'answer requests' },
  'request.withdraw': { group: 'Plan', what: 'withdraw requests', note: 'Each only what their own side recorded.' },
  'lmc.read': { group: 'Read', what: 'which LMC covers which network' },
  'lmc.cover': { group: 'Decide and set', what: 'say which LMC covers which network' },
  'request.sift': { group: 'Plan', what: 'sift requests' },
  'crowdOut.read': { group: 'Read', what: 'what the contract takes and what is left' },
  'displacement.record': { group: 'Plan', what: 'record what was displaced' },
  'statement.read': { group: 'Read', what: 'the network’s statement' },
  'statement.publish': { group: 'Plan', what: 'publish the statement' },
  'statement.readPublished': { group: 'Read', what: 'published statements', note: 'As the network published it, to whom it chose.' },
  'service.read': { group: 'Read', what: 'how the service is' },
  'release.read': { group: 'Read', what: 'pooled figures', note: 'Pooled so that no network can be told.' },
  'audit.read': {
    group: 'Read',
    what: 'the audit trail',
    note: 'Who did what, when and to what; nothing that was typed. An operator sees every chain.',
  },
}
