export const setTariff = /* GraphQL */ `
  mutation ($input: SetTariffInput!) {
    setTariff(input: $input) {
      __typename
      ... on TariffSet {
        staffGroup
        pencePerHour
      }
      ... on Refusal {
        message
        field
      }
    }
  }
`

export const recordOutsideCost = /* GraphQL */ `
  mutation ($input: RecordOutsideCostInput!) {
    recordOutsideCost(input: $input) {
      __typename
      ... on OutsideCostRecorded {
        outsideCost {
          id
        }
        network {
          burden(contractYear: "2026/27") {
            total {
              outsidePence
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

export const withdrawOutsideCost = /* GraphQL */ `
  mutation ($input: WithdrawOutsideCostInput!) {
    withdrawOutsideCost(input: $input) {
      __typename
    }
  }
`

export const burdenOf = /* GraphQL */ `
  query ($code: String!, $items: [String!]!) {
    network(odsCode: $code) {
      burden(contractYear: "2026/27") {
        total {
          grossMinutes
          businessAsUsualMinutes
          burdenMinutes
          grossPence
          burdenPence
          outsidePence
          burdenDays
          burdenMinutesPerThousand
          burdenPencePerThousand
        }
        byOrigin {
          origin
          figures {
            burdenMinutes
          }
        }
        byNature {
          nature
          figures {
            burdenMinutes
          }
        }
        byStaffGroup {
          staffGroup
          figures {
            burdenMinutes
            burdenPence
          }
        }
        items {
          code
          title
          item {
            id
          }
          figures {
            burdenMinutes
          }
        }
        avoidable(items: $items) {
          allocatedMinutes
          avoidableMinutes
          avoidablePence
          avoidableDays
        }
        tariffs {
          staffGroup
          hourlyPayPence
          onCostsPercent
          overheadPercent
          pencePerHour
          priceYear
          basis
          note
        }
        outsideCosts {
          cost {
            id
            code
            pence
            businessAsUsualPercent
            what
            paidOn
            recordedBy {
              id
            }
          }
          title
          counted
        }
        groupsWithoutTariff
        itemsWithoutEstimate
        registeredPatients
        ruleVersion
      }
    }
  }
`
