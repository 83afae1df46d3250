/** Mutations of the checklist, as a client writes them. */

const mark = /* GraphQL */ `
  mark { id kind reason partner startsOn endsOn recordedAt recordedBy { id } supersededAt supersededBy { id } occurrence { id } }
`
const refusal = /* GraphQL */ `... on Refusal { message field }`

export const reportEvent = /* GraphQL */ `
  mutation ($input: ReportEventInput!) {
    reportEvent(input: $input) {
      __typename
      ... on EventReported {
        event { id happenedOn note recordedBy { id } }
        occurrence { id ordinal periodFrom periodTo opensOn dueOn dueBasis event { note } }
        item { id status nextDueOn occurrences { ordinal } events { happenedOn } }
      }
      ... on EventInFuture { latestDay }
      ${refusal}
    }
  }
`

export const markNotApplicable = /* GraphQL */ `
  mutation ($input: MarkNotApplicableInput!) {
    markNotApplicable(input: $input) {
      __typename
      ... on MarkRecorded { ${mark} item { id status marks { id } } }
    }
  }
`

export const markBlocked = /* GraphQL */ `
  mutation ($input: MarkBlockedInput!) {
    markBlocked(input: $input) {
      __typename
      ... on MarkRecorded { ${mark} item { id status } }
      ... on MarkEndsBeforeItStarts { earliestDay }
      ${refusal}
    }
  }
`

export const recordNotMet = /* GraphQL */ `
  mutation ($input: RecordNotMetInput!) {
    recordNotMet(input: $input) {
      __typename
      ... on MarkRecorded { ${mark} item { id status } }
    }
  }
`

export const pursue = /* GraphQL */ `
  mutation ($input: PursueInput!) {
    pursue(input: $input) {
      __typename
      ... on PursuitRecorded { pursued item { id status marks { kind reason } } }
      ${refusal}
    }
  }
`

export const endMark = /* GraphQL */ `
  mutation ($input: EndMarkInput!) {
    endMark(input: $input) {
      __typename
      ... on MarkEnded { ${mark} item { id status marks { id } } }
      ... on MarkAlreadyEnded { endedAt }
      ${refusal}
    }
  }
`

export const assignItem = /* GraphQL */ `
  mutation ($input: AssignItemInput!) {
    assignItem(input: $input) {
      __typename
      ... on ItemAssigned { item { id assignee { id name } assignmentNote } }
      ${refusal}
    }
  }
`

export const setLocalDay = /* GraphQL */ `
  mutation ($input: SetLocalDayInput!) {
    setLocalDay(input: $input) {
      __typename
      ... on LocalDaySet { boardCode requirementCode ordinal dueOn networks }
      ... on NoSuchOccurrence { ordinals }
      ${refusal}
    }
  }
`

export const setOwnersFromCsv = /* GraphQL */ `
  mutation ($input: SetOwnersFromCsvInput!) {
    setOwnersFromCsv(input: $input) {
      __typename
      ... on OwnersSet { changedItems checklist { id itemsCsv } }
      ... on OwnersFileRefused { problems { row column message } }
      ${refusal}
    }
  }
`

export const itemOf = /* GraphQL */ `
  query ($id: ID!) {
    node(id: $id) {
      ... on ChecklistItem {
        status
        nextDueOn
        localDueOn
        pastLocalDay
        assignee {
          id
        }
        assignmentNote
        events {
          happenedOn
          note
        }
        occurrences {
          ordinal
          localDueOn
        }
        marks(ended: true) {
          id
          kind
          reason
          supersededAt
          supersededBy {
            id
          }
        }
      }
    }
  }
`

export const setLocalDays = /* GraphQL */ `
  mutation ($input: SetLocalDaysInput!) {
    setLocalDays(input: $input) {
      __typename
      ... on LocalDaysSet {
        boardCode
        days {
          requirementCode
          ordinal
          dueOn
          networks
        }
      }
      ... on Refusal {
        message
        field
      }
      ... on NoSuchOccurrence {
        ordinals
      }
    }
  }
`

export const localDeadlines = /* GraphQL */ `
  query ($code: String!) {
    integratedCareBoard(odsCode: $code) {
      localDeadlines {
        contractYear
        requirementCode
        ordinal
        dueOn
        localDueOn
      }
    }
  }
`

export const handOverItems = /* GraphQL */ `
  mutation ($input: HandOverItemsInput!) {
    handOverItems(input: $input) { __typename ... on ItemsHandedOver { items } ${refusal} }
  }
`
