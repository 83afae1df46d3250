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
        itemsWithoutEstimate
        registeredPatients
        ruleVersion
      }
    }
  }
`
