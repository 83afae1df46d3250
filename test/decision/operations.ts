/** What the tests of decisions send. */
const submission = /* GraphQL */ `
  fragment submission on Submission {
    id
    submittedAt
    automatic
    submittedBy {
      id
    }
    evidence {
      id
    }
    occurrence {
      id
    }
    item {
      id
    }
    network {
      odsCode
    }
    decision {
      verdict
    }
  }
`

export const submit = /* GraphQL */ `
  mutation ($input: SubmitInput!) {
    submit(input: $input) {
      __typename
      ... on Submitted {
        submissions {
          ...submission
        }
      }
      ... on Refusal {
        field
        message
      }
      ... on NotForDecision {
        occurrenceId
      }
      ... on NothingToSubmit {
        occurrenceId
      }
      ... on AlreadySubmitted {
        occurrenceId
      }
    }
  }
  ${submission}
`

export const decide = /* GraphQL */ `
  mutation ($input: DecideInput!) {
    decide(input: $input) {
      __typename
      ... on Decided {
        decisions {
          id
          verdict
          reason
          inForce
          decidedBy {
            id
          }
          evidence {
            id
          }
        }
      }
      ... on Refusal {
        field
        message
      }
      ... on NotSubmitted {
        occurrenceId
      }
      ... on AlreadyDecided {
        occurrenceId
      }
      ... on SubmissionChanged {
        occurrenceId
      }
      ... on OwnWork {
        occurrenceId
      }
    }
  }
`

export const reviewQueue = /* GraphQL */ `
  query ($boardCode: String, $first: Int, $after: String) {
    reviewQueue(boardCode: $boardCode, first: $first, after: $after) {
      count
      nodes {
        ...submission
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
  ${submission}
`

export const setAutomaticSubmission = /* GraphQL */ `
  mutation ($input: SetAutomaticSubmissionInput!) {
    setAutomaticSubmission(input: $input) {
      __typename
      ... on AutomaticSubmissionSet {
        networkCode
        automatic
      }
    }
  }
`

export const ask = /* GraphQL */ `
  mutation ($input: AskInput!) {
    ask(input: $input) {
      __typename
      ... on QuestionAsked {
        question {
          id
          text
          askedBy {
            id
          }
          answers {
            id
          }
          item {
            id
          }
        }
      }
    }
  }
`

export const answer = /* GraphQL */ `
  mutation ($input: AnswerInput!) {
    answer(input: $input) {
      __typename
      ... on QuestionAnswered {
        question {
          text
          answers {
            text
            answeredBy {
              id
            }
          }
        }
      }
    }
  }
`

/** An occurrence with all that was submitted and decided. */
export const decided = /* GraphQL */ `
  query ($id: ID!) {
    node(id: $id) {
      ... on Occurrence {
        standing {
          status
        }
        submissions {
          ...submission
        }
        decisions {
          verdict
          reason
          inForce
          evidence {
            id
          }
        }
      }
    }
  }
  ${submission}
`
