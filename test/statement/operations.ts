export const statementOf = /* GraphQL */ `
  query ($code: String!) {
    network(odsCode: $code) {
      statement(contractYear: "2026/27") {
        networkCode
        asOf
        sentence
        capacity {
          name
          minutes
          basis
        }
        requests {
          code
          title
          askedBy
          receivedOn
          minutes
          isAtLeast
          clause
          clauseBy
          reference
          standing
          reason
          attendedByAnother
          attendsFor
          savedForOthersMinutes
        }
        displacedMinutes
        displacedInWords
        priorities {
          title
          wantedMinutes
          displacedMinutes
        }
        givingBack {
          code
          paragraph
          minutes
          returnedMinutes
          basis
        }
        bases {
          own
          medians
          assumptions
        }
        returnedTogetherMinutes
        asks
        itemsWithoutEstimate
        ruleVersion
        text
      }
    }
  }
`

export const publishedOf = /* GraphQL */ `
  query ($code: String!) {
    network(odsCode: $code) {
      publishedStatements(contractYear: "2026/27") {
        id
        asOf
        text
        digest
        withdrawnAt
        withdrawalReason
        readers
        publishedBy {
          id
        }
        content {
          displacedMinutes
          asks
        }
      }
    }
  }
`

export const publishStatement = /* GraphQL */ `
  mutation ($input: PublishStatementInput!) {
    publishStatement(input: $input) {
      __typename
      ... on StatementPublished {
        statement {
          id
          text
          digest
        }
      }
      ... on Refusal {
        message
        field
      }
    }
  }
`

export const withdrawStatement = /* GraphQL */ `
  mutation ($input: WithdrawStatementInput!) {
    withdrawStatement(input: $input) {
      __typename
      ... on StatementWithdrawn {
        statement {
          withdrawnAt
        }
      }
      ... on Refusal {
        message
        field
      }
    }
  }
`

/** Everything published that somebody may read, by the list and one by one. */
export const publishedToMe = /* GraphQL */ `
  query ($first: Int! = 50, $after: String) {
    publishedStatements(first: $first, after: $after) {
      nodes {
        id
        networkCode
        networkName
        readers
        withdrawnAt
        text
        content {
          displacedMinutes
        }
      }
      pageInfo {
        endCursor
        hasNextPage
      }
    }
  }
`

export const publishedOne = /* GraphQL */ `
  query ($id: ID!) {
    publishedStatement(id: $id) {
      id
      text
    }
  }
`
