import { homeOf, memberOf, roleName, secretOf } from './people.js'
import { codeOf, type MemberKind, memberKinds, type Place } from './place.js'
import { type MutationRow, type QueryRow } from './row.js'

const local = ['network-manager', 'clinical-director', 'practice-member', 'commissioner', 'lmc'] as const
const everybody = [...local, 'national-viewer', 'operator'] as const
const elsewhere = ['sibling', 'foreign'] as const
const LAST_DAY = '2026-12-31'

/** A query of the people of every kind of organisation. */
const ofEach = (field: string, fields: string): QueryRow[] =>
  memberKinds.map((kind) => ({
    field: `Query.${field}`,
    of: kind,
    ask: (place) => `${field}(organisationCode: "${codeOf(place, kind)}") { ${fields} }`,
  }))

/** What somebody sees of their own account. */
const ofOneself = (field: string, ask: string): QueryRow => ({ field: `Viewer.${field}`, of: 'nobody', ask: () => `viewer { ${ask} }` })

/** Of people, their accounts and what they are. */
export const peopleQueries: readonly QueryRow[] = [
  ofOneself('sessions', 'sessions { id }'),
  ofOneself('tokens', 'tokens { id }'),
  ofOneself('canActAs', 'canActAs { role }'),
  ofOneself('tokenPermissions', 'tokenPermissions { permission }'),
  ofOneself('localAccount', 'localAccount { changedAt }'),
  { field: 'Query.permissions', of: 'nobody', ask: () => 'permissions { permission }' },
  // The secret of a link is the permission: whoever has it is told what it offers.
  { field: 'Query.invitation', of: 'nobody', ask: (place) => `invitation(secret: "${secretOf(place, 'network')}") { name }` },
  ...memberKinds.map((kind): QueryRow => {
    return {
      field: 'Query.administered',
      of: kind,
      otherwise: 'left out',
      ask: () => 'administered(first: 500) { code }',
      mark: (place) => codeOf(place, kind),
    }
  }),
  ...ofEach('memberships', 'nodes { person { name } }'),
  ...ofEach('invitations', 'id'),
]

/** A mutation of the people of every kind of organisation. */
const changeEach = (field: string, input: (place: Place, kind: MemberKind) => object): MutationRow[] =>
  memberKinds.map((kind) => ({ field: `Mutation.${field}`, of: kind, input: (place) => input(place, kind) }))

/** A mutation of one's own account, for which one shows that one knows its password. */
const withPassword = (field: string, input: object): MutationRow => ({
  ...{ field: `Mutation.${field}`, of: 'nobody', input: () => input },
  refused: [{ roles: everybody, as: 'NoLocalAccount', why: 'Nobody in the matrix has a password.' }],
})

export const peopleMutations: readonly MutationRow[] = [
  {
    field: 'Mutation.createToken',
    of: 'nobody',
    input: (place, role) => ({
      name: 'Figures',
      organisationCodes: [homeOf(place, role)],
      permissions: ['VIEWER_READ'],
      expiresOn: LAST_DAY,
    }),
    refused: [{ roles: local, at: elsewhere, as: 'TokenBeyondPerson', why: 'A token reaches what its person is in, and nothing else.' }],
  },
  { field: 'Mutation.revokeToken', of: 'person', input: (place, role = 'operator') => ({ tokenId: place.thing(`token of ${role}`) }) },
  { field: 'Mutation.endSession', of: 'person', input: (place, role = 'operator') => ({ sessionId: place.thing(`session of ${role}`) }) },
  { field: 'Mutation.endOtherSessions', of: 'nobody', input: () => ({}) },
  {
    field: 'Mutation.actAs',
    of: 'nobody',
    input: (place, role = 'operator') => ({ role: roleName(role), organisationCode: homeOf(place, role) }),
    refused: [{ roles: local, at: elsewhere, as: 'NotOneOfYours', why: 'Somebody acts as what they are, and as nothing else.' }],
  },
  withPassword('changePassword', { currentPassword: 'the one before', newPassword: 'quite another one' }),
  withPassword('changeAuthenticator', { password: 'the one before', seed: 'a-seed-of-no-consequence', code: '000000' }),
  withPassword('newRecoveryCodes', { password: 'the one before' }),
  {
    field: 'Mutation.acceptInvitation',
    of: 'nobody',
    input: (place) => ({ secret: secretOf(place, 'network') }),
    refused: [
      { roles: everybody, as: 'AcceptedAnotherWay', why: 'The link is for another address than theirs.' },
      { roles: [], as: 'PasswordNotAllowed', why: 'Somebody new sets a password.' },
    ],
  },
  ...changeEach('inviteMember', (place, kind) => ({
    ...{ email: 'somebody@headroom.example', name: 'Somebody', role: roleName(memberOf[kind]), organisationCode: codeOf(place, kind) },
  })),
  ...changeEach('withdrawInvitation', (place, kind) => ({ invitationId: place.thing(`invitation of ${kind}`) })),
  ...changeEach('changeMembership', (place, kind) => ({ membershipId: place.thing(`membership of ${kind}`), endsOn: LAST_DAY })),
  ...changeEach('endMembership', (place, kind) => ({ membershipId: place.thing(`membership of ${kind}`) })),
  ...changeEach('resetSignIn', (place, kind) => ({ personId: place.thing(`guest of ${kind}`) })),
  ...changeEach('erasePerson', (place, kind) => ({ personId: place.thing(`guest of ${kind}`) })),
]
