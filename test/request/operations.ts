/** What the tests of requests send. */
const minutes = /* GraphQL */ `
  fragment minutes on RequestMinutes {
    staffGroup
    minutes {
      low
      central
      high
    }
  }
`

export const request = /* GraphQL */ `
  fragment request on Request {
    id
    lmcCode
    contractYear
    title
    what
    why
    askedBy
    askerKind
    receivedOn
    dueOn
    nature
    obligation
    timing
    opensOn
    closesOn
    firstMonth
    lastMonth
    minutes {
      ...minutes
    }
    networksAsked
    networks {
      odsCode
      answered
    }
    withdrawal {
      reason
    }
  }
  ${minutes}
`

export const networkRequest = /* GraphQL */ `
  fragment networkRequest on NetworkRequest {
    id
    code
    standing
    clause
    clauseBy
    requirementCode
    paragraph
    network {
      odsCode
    }
    request {
      id
      title
      networksAsked
      readings {
        bodyKind
        bodyCode
        author
        text
        link
        publishedOn
        clause
        requirementCode
        paragraph
      }
      recommendations {
        bodyKind
        bodyCode
        choice
        reason
        reply
      }
      attendanceOffers {
        odsCode
        note
      }
      withdrawal {
        reason
      }
    }
    answer {
      ...answer
    }
    answers {
      choice
      supersededAt
    }
    minutes {
      ...minutes
    }
    attendedBy {
      odsCode
      note
    }
    savedMinutes {
      ...minutes
    }
    attendsFor {
      odsCode
    }
    savedForOthersMinutes {
      ...minutes
    }
  }
  fragment answer on RequestAnswer {
    choice
    reason
    delegateTo
    instead
    reply
    wordingId
    minutes {
      ...minutes
    }
    recordedBy {
      id
    }
  }
  ${minutes}
`

/** What a mutation on a request answers: its type, and the request or why not. */
const onRequest = (mutation: string, input: string, refusals = ''): string => `
  mutation ($input: ${input}!) {
    ${mutation}(input: $input) {
      __typename
      ... on RequestChange { request { ...request } }
      ... on Refusal { field message }
      ${refusals}
    }
  }
  ${request}
`

/** The same of one on a request at one network. */
const onNetworkRequest = (mutation: string, input: string): string => `
  mutation ($input: ${input}!) {
    ${mutation}(input: $input) {
      __typename
      ... on NetworkRequestChange { networkRequest { ...networkRequest } }
      ... on Refusal { field message }
    }
  }
  ${networkRequest}
`

export const recordRequest = onRequest('recordRequest', 'RecordRequestInput', '... on StaffGroupUnknown { staffGroups }')
export const withdrawRequest = onRequest('withdrawRequest', 'WithdrawRequestInput')
export const attachReading = onRequest('attachReading', 'AttachReadingInput')
export const recommendAnswer = onRequest('recommendAnswer', 'RecommendAnswerInput')
export const answerRequest = onNetworkRequest('answerRequest', 'AnswerRequestInput')
export const attendFor = onNetworkRequest('attendFor', 'AttendForInput')
export const acceptAttendance = onNetworkRequest('acceptAttendance', 'AcceptAttendanceInput')

export const saveWording = /* GraphQL */ `
  mutation ($input: SaveWordingInput!) {
    saveWording(input: $input) {
      __typename
      ... on WordingSaved {
        wording {
          wordingId
          title
          text
          choice
        }
      }
    }
  }
`

export const removeWording = /* GraphQL */ `
  mutation ($input: RemoveWordingInput!) {
    removeWording(input: $input) {
      __typename
      ... on WordingRemoved {
        wordingId
      }
    }
  }
`

/** A network's requests and wordings, as its own people see them. */
export const requestsOfNetwork = /* GraphQL */ `
  query ($code: String!, $filter: NetworkRequestFilterInput, $first: Int, $after: String) {
    network(odsCode: $code) {
      requestWordings {
        title
        text
        choice
      }
      requests(filter: $filter, first: $first, after: $after) {
        nodes {
          ...networkRequest
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }
  ${networkRequest}
`

/** Every request in the caller's reach. */
export const requestDesk = /* GraphQL */ `
  query ($filter: RequestFilterInput, $first: Int, $after: String) {
    requests(filter: $filter, first: $first, after: $after) {
      nodes {
        ...request
        received {
          id
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
  ${request}
`

/** Which networks LMCs cover, as somebody may know of it. */
export const committees = /* GraphQL */ `
  {
    localMedicalCommittees {
      code
      name
      networks {
        odsCode
        startsOn
        endsOn
      }
    }
  }
`

export const coverNetworks = /* GraphQL */ `
  mutation ($input: CoverNetworksInput!) {
    coverNetworks(input: $input) {
      __typename
      ... on NetworksCovered {
        added
        ended
      }
      ... on Refusal {
        field
        message
      }
    }
  }
`
