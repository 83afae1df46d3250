export const recordDisplacement = /* GraphQL */ `
  mutation ($input: RecordDisplacementInput!) {
    recordDisplacement(input: $input) {
      __typename
      ... on DisplacementRecorded {
        displacement {
          id
          minutes
          cause
          requirementCode
          requestId
          happenedOn
          note
          milestone {
            id
          }
          priority {
            id
          }
          recordedBy {
            id
          }
        }
      }
      ... on Refusal {
        message
        field
      }
      ... on DisplacementDayRefused {
        earliestDay
        latestDay
      }
      ... on MinutesRefused {
        mostMinutes
      }
      ... on MilestoneUnknown {
        milestones {
          id
        }
      }
    }
  }
`

export const withdrawDisplacement = /* GraphQL */ `
  mutation ($input: WithdrawDisplacementInput!) {
    withdrawDisplacement(input: $input) {
      __typename
      ... on DisplacementWithdrawn {
        priority {
          id
        }
      }
    }
  }
`

export const displacementsOf = /* GraphQL */ `
  query ($code: String!) {
    network(odsCode: $code) {
      displacements(contractYear: "2026/27") {
        id
        minutes
        cause
      }
      observedCrowdOut(contractYear: "2026/27") {
        plannedMinutes
        doneMinutes
        loggedMinutes
        nationalMinutes
        unknownMinutes
        lowShare
        highShare
        coverageShare
        sentence
        ruleVersion
        priorities {
          priority {
            id
          }
          plannedMinutes
          lowShare
        }
      }
    }
  }
`
