const evidence = /* GraphQL */ `
  fragment Piece on Evidence {
    id
    kind
    status
    note
    link
    happenedOn
    coversFrom
    coversTo
    lapsesOn
    recordedDaysAfter
    practiceCodes
    digest
    figure {
      numerator
      denominator
      source
      trust
    }
    declaration {
      statements {
        requirementCode
        paragraph
        wording
      }
      role
      director {
        id
      }
      onBehalf {
        confirmedHow
        confirmedOn
      }
      confirmedAt
    }
    files {
      id
      name
      mediaType
      bytes
      url
    }
    occurrences {
      id
    }
    ended {
      kind
      reason
      endedAt
    }
    supersedes {
      id
    }
    replacedBy {
      id
    }
    recordedBy {
      id
    }
  }
`

const refusals = /* GraphQL */ `
  ... on Refusal { message field }
  ... on EvidenceInFuture { latestDay }
  ... on EvidenceOutsideWindow { occurrenceId countsFrom countsTo }
  ... on EvidenceNamesNoPractice { occurrenceId }
  ... on PracticeNotAMember { practiceCodes }
  ... on PracticeNotYours { practiceCodes }
  ... on DifferentOrganisations { organisationCodes }
`

const mutation = (name: string, input: string, answer: string, more = ''): string => `
  mutation ($input: ${input}!) {
    result: ${name}(input: $input) {
      __typename
      ... on ${answer} { evidence { ...Piece } }
      ... on Refusal { message field }
      ${more}
    }
  }
  ${evidence}
`
const files = '... on FileUnknown { fileIds }'
const specific = refusals.replace('... on Refusal { message field }', '')

export const recordEvidence = mutation('recordEvidence', 'RecordEvidenceInput', 'EvidenceRecorded', specific + files)
export const supersedeEvidence = mutation('supersedeEvidence', 'SupersedeEvidenceInput', 'EvidenceSuperseded', files)
export const withdrawEvidence = mutation('withdrawEvidence', 'WithdrawEvidenceInput', 'EvidenceWithdrawn')
export const linkEvidence = mutation(
  'linkEvidence',
  'LinkEvidenceInput',
  'EvidenceLinked',
  '... on DeclarationSaysOtherwise { requirementCodes }',
)
export const unlinkEvidence = mutation(
  'unlinkEvidence',
  'UnlinkEvidenceInput',
  'EvidenceUnlinked',
  '... on EvidenceNotLinked { occurrenceIds }',
)
export const declare = mutation('declare', 'DeclareInput', 'DeclarationMade', '... on EvidenceInFuture { latestDay }')
export const confirmDeclaration = mutation('confirmDeclaration', 'ConfirmDeclarationInput', 'DeclarationConfirmed')
export const confirmForPractice = mutation('confirmForPractice', 'ConfirmForPracticeInput', 'PracticeConfirmed')

/** One piece of evidence, by its id. */
export const evidenceById = /* GraphQL */ `
  query ($id: ID!) {
    node(id: $id) {
      ...Piece
    }
  }
  ${evidence}
`

/** What an item and its occurrences show. */
export const evidenceOfItem = /* GraphQL */ `
  query ($id: ID!) {
    node(id: $id) {
      ... on ChecklistItem {
        evidence {
          ...Piece
        }
        occurrences {
          id
          evidence {
            id
          }
        }
      }
    }
  }
  ${evidence}
`

/** A network's evidence, to be used again. */
export const evidenceOfNetwork = /* GraphQL */ `
  query ($odsCode: String!, $search: String, $first: Int = 50, $after: String) {
    network(odsCode: $odsCode) {
      evidence(search: $search, first: $first, after: $after) {
        nodes {
          id
          note
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }
`
