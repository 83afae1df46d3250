const figures = /* GraphQL */ `
  capacityMinutes
  otherFixedMinutes
  fixedShortfallMinutes
  availableMinutes
  nationalMinutes
  nationalOverrunMinutes
  localWantedMinutes
  localPossibleMinutes
  displacedMinutes
  beyondCapacityMinutes
  contractWorkAtRiskMinutes
  displacedShare
`

const parts = /* GraphQL */ `
  coverage {
    groupsCounted
    groupsWithoutCapacity
    minutesLeftOut
    itemsWithoutEstimate
    prioritiesWithoutEstimate
    groupsWithoutOtherFixed
  }
  estimateCases {
    low {
      ${figures}
    }
    central {
      ${figures}
    }
    high {
      ${figures}
    }
    displacedInWords
  }
  months {
    month
    startsOn
    availableMinutes
    deliveryAndGovernanceMinutes
    declarationAndReportingMinutes
    localMinutes
    nationalOverrunMinutes
    displacedMinutes
    beyondCapacityMinutes
    placements {
      code
      minutes
    }
  }
  items {
    code
    origin
    item {
      id
    }
    requestId
    minutes
    servedMinutes
    relaxableMinutes
    returnedMinutes
    overrunMinutes
  }
  priorities {
    priority {
      id
      title
    }
    wantedMinutes
    possibleMinutes
    displacedMinutes
    beyondCapacityMinutes
    contractWorkAtRiskMinutes
    share
    shareAtMost
  }
  logged {
    code
    title
    estimatedMinutes
    loggedMinutes
  }
`

/** Everything of a network's crowd-out but what takes arguments. */
export const crowdOutFields = /* GraphQL */ `
  contractYear
  from
  presentMonth
  ruleVersion
  basis
  headline
  ${figures}
  ${parts}
  staffGroups {
    staffGroup
    name
    capacityBasis
    headline
    itemsWithoutEstimate
    ${figures}
    ${parts}
  }
  highlights {
    code
    title
    paragraph
    minutes
    returnedMinutes
    rating
    upToPence
    burdenPence
    burden {
      burdenMinutes
    }
    declarationOnly {
      verdict
      reasons
      ruleVersion
      overridden
      ruleVerdict
      calledTickBoxBySource
    }
    estimates {
      staffGroup
      basis
      networks
      minutes {
        central
      }
    }
  }
  paidWork {
    code
    title
    item {
      id
    }
    pursued
    upToPence
    moneyInWords
    minutes
    pencePerHour
    displacedMinutes
    overrunMinutes
  }
  notes {
    code
    kind
    message
  }
  logCoverage {
    estimatedMinutes
    withLogMinutes
    share
  }
`

/** A network's crowd-out with arguments written as GraphQL: `relaxing: ["T-01"]`. */
export const crowdOutOf = (args = '', fields = crowdOutFields): string => /* GraphQL */ `
  query ($code: String!) {
    network(odsCode: $code) {
      crowdOut(contractYear: "2026/27"${args === '' ? '' : `, ${args}`}) {
        ${fields}
      }
    }
  }
`

export const setCapacity = `mutation ($input: SetCapacityInput!) { setCapacity(input: $input) { __typename ... on Refusal { message } } }`
export const estimateMinutes = `mutation ($input: EstimateMinutesInput!) { estimateMinutes(input: $input) { __typename ... on Refusal { message } } }`
export const logMinutes = `mutation ($input: LogMinutesInput!) { logMinutes(input: $input) { __typename ... on Refusal { message } } }`
export const rateItem = `mutation ($input: RateItemInput!) { rateItem(input: $input) { __typename } }`
export const setPriority = `mutation ($input: SetPriorityInput!) { setPriority(input: $input) { __typename ... on PrioritySet { priority { id milestones { id } } } ... on Refusal { message field } } }`
export const closePriority = `mutation ($input: ClosePriorityInput!) { closePriority(input: $input) { __typename ... on Refusal { message } } }`

export const overrideDeclarationOnly = /* GraphQL */ `
  mutation ($input: OverrideDeclarationOnlyInput!) {
    overrideDeclarationOnly(input: $input) {
      __typename
      ... on DeclarationReadingSet {
        item {
          id
        }
      }
      ... on Refusal {
        message
        field
      }
    }
  }
`
