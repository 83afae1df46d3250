export const pursueIndicator = /* GraphQL */ `
  mutation ($input: PursueIndicatorInput!) {
    pursueIndicator(input: $input) {
      __typename
      ... on IndicatorPursued {
        indicatorCode
        network {
          incentiveWork(contractYear: "2026/27") {
            indicator {
              code
            }
            pursued
            nature
            reason
          }
        }
      }
      ... on IndicatorUnknown {
        indicatorCodes
      }
      ... on Refusal {
        message
        field
      }
    }
  }
`

export const setPaymentBase = /* GraphQL */ `
  mutation ($input: SetPaymentBaseInput!) {
    setPaymentBase(input: $input) {
      __typename
      ... on PaymentBaseSet {
        base
        size
        network {
          crowdOut(contractYear: "2026/27") {
            paidWork {
              code
              upToPence
            }
          }
        }
      }
      ... on Refusal {
        message
        field
      }
    }
  }
`

export const incentives = /* GraphQL */ `
  query ($code: String!) {
    network(odsCode: $code) {
      incentiveWork(contractYear: "2026/27") {
        indicator {
          code
          points
        }
        pursued
        nature
        reason
        recordedAt
        minutes {
          staffGroup
          basis
          minutes {
            central
          }
        }
      }
      paymentBases(contractYear: "2026/27") {
        base
        title
        indicatorCode
        size
        basis
        entered
        usedBy
      }
    }
  }
`

export const explained = (figure: string, item: string): string => /* GraphQL */ `
  explain(figure: ${figure}, item: "${item}") {
    minutes
    pence
    sentence
    rows {
      label
      minutes
      inWords
      basis
      source
    }
    ruleVersion
  }
`
