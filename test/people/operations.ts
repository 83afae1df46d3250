/** What administrators do to people, as a client writes it. */

const membership = /* GraphQL */ `
  membership { id role organisationCode startsOn endsOn endedAt onlyAdministrator person { id name } recordedBy { id } }
`
const refusal = /* GraphQL */ `... on Refusal { message field }`

export const members = /* GraphQL */ `
  query (
    $organisationCode: String!
    $includingEnded: Boolean! = false
    $withPractices: Boolean! = false
    $first: Int! = 50
    $after: String
  ) {
    memberships(
      organisationCode: $organisationCode
      includingEnded: $includingEnded
      withPractices: $withPractices
      first: $first
      after: $after
    ) {
      nodes {
        id
        role
        organisationCode
        startsOn
        endsOn
        endedAt
        onlyAdministrator
        person {
          id
          name
        }
        recordedBy {
          id
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`

export const invitations = /* GraphQL */ `
  query ($organisationCode: String!, $withPractices: Boolean! = false) {
    invitations(organisationCode: $organisationCode, withPractices: $withPractices) {
      id
      email
      name
      role
      organisationCode
      startsOn
      endsOn
      createdAt
      expiresAt
      invitedBy {
        id
      }
    }
  }
`

export const administered = /* GraphQL */ `
  query ($search: String, $first: Int! = 50) {
    administered(search: $search, first: $first) {
      code
      name
      kind
      invented
      roles
    }
  }
`

export const inviteMember = /* GraphQL */ `
  mutation ($input: InviteMemberInput!) {
    inviteMember(input: $input) {
      __typename
      ... on MemberInvited { path invitation { id email name role organisationCode startsOn endsOn createdAt expiresAt invitedBy { id } } }
      ${refusal}
    }
  }
`

export const withdrawInvitation = /* GraphQL */ `
  mutation ($input: WithdrawInvitationInput!) {
    withdrawInvitation(input: $input) { __typename ... on InvitationWithdrawn { invitationId } ${refusal} }
  }
`

export const changeMembership = /* GraphQL */ `
  mutation ($input: ChangeMembershipInput!) {
    changeMembership(input: $input) {
      __typename
      ... on MembershipChanged { ${membership} }
      ... on LastAdministrator { firstDay }
      ${refusal}
    }
  }
`

export const endMembership = /* GraphQL */ `
  mutation ($input: EndMembershipInput!) {
    endMembership(input: $input) {
      __typename
      ... on MembershipEnded { ${membership} }
      ... on LastAdministrator { firstDay }
      ${refusal}
    }
  }
`

export const resetSignIn = /* GraphQL */ `
  mutation ($input: ResetSignInInput!) {
    resetSignIn(input: $input) { __typename ... on SignInReset { personId path expiresAt } ${refusal} }
  }
`

export const erasePerson = /* GraphQL */ `
  mutation ($input: ErasePersonInput!) {
    erasePerson(input: $input) { __typename ... on PersonErased { personId erasedAt } ... on LastAdministrator { firstDay } ${refusal} }
  }
`
