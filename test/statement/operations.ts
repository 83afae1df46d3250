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
          clause
          reference
          standing
          attendedByAnother
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
