/** Queries about where things stand, as a client writes them. */

const counts = 'total due open notYetDue blocked suspended notPursued notApplicable accepted evidenced returned lapsed overdue notMet share'

export const progress = /* GraphQL */ `
  query ($code: String!) {
    network(odsCode: $code) {
      checklist { progress { ${counts} } serviceAreas { code progress { ${counts} } } }
    }
  }
`

export const occurrences = /* GraphQL */ `
  query ($id: ID!) {
    node(id: $id) {
      ... on ChecklistItem {
        status
        nextDueOn
        localDueOn
        daysLate
        hazardOn
        occurrences {
          ordinal
          standing {
            status
            changesOn
            dueOn
            daysLate
            pastLocalDay
          }
          practices {
            asked {
              practiceCode
              joinedOn
            }
            shown
            missing
          }
        }
      }
    }
  }
`

export const deadlines = /* GraphQL */ `
  query ($code: String!, $from: LocalDate!, $to: LocalDate!) {
    network(odsCode: $code) {
      checklist {
        deadlines(from: $from, to: $to) {
          day
          nationalDay
          localDay
          status
          item {
            code
          }
          occurrence {
            ordinal
          }
        }
      }
    }
  }
`

export const history = /* GraphQL */ `
  query ($id: ID!) {
    node(id: $id) {
      ... on ChecklistItem {
        history {
          kind
          text
          by {
            id
          }
        }
      }
    }
  }
`

export const checklistHistory = /* GraphQL */ `
  query ($code: String!, $since: LocalDate!) {
    network(odsCode: $code) {
      checklist {
        history(since: $since) {
          kind
          text
          by {
            id
          }
          item {
            code
          }
        }
      }
    }
  }
`

export const board = /* GraphQL */ `
  query ($code: String!, $requirement: String!) {
    integratedCareBoard(odsCode: $code) {
      progress { ${counts} }
      requirement(code: $requirement) { code contractYear networks { network { odsCode } status nextDueOn localDueOn daysLate } }
    }
  }
`

export const england = /* GraphQL */ `
  query {
    england { contractYear progress { ${counts} } boards { boardCode networks networksWithChecklist progress { total } } networks { odsCode boardCode progress { total share } } }
  }
`
