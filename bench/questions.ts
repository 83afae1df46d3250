import { PROGRESS_FIELDS } from './bare-answers.js'
import { type Seeded } from './england.js'
import { post } from './servers.js'

/** Something asked of both servers. */
export interface Question {
  readonly name: string
  /** Times it is asked of each, after a tenth as many to warm up. */
  readonly times: number
  /** What is sent the nth time: to the server, and to the yardstick. */
  ask(seeded: Seeded, turn: number): { readonly graphql: Posted; readonly token: string; readonly bare: Posted }
  /** How large the answer is: rows, or what was counted for it. */
  readonly answer: (seeded: Seeded) => number
  /** Whether both answer with the same data; a change answers with a new id. */
  readonly isRead: boolean
}

interface Posted {
  readonly route: string
  readonly body: string
}

const progress = `progress { ${PROGRESS_FIELDS.join(' ')} share }`
const operation = (query: string, variables: object): Posted => ({ route: '/graphql', body: JSON.stringify({ query, variables }) })
const bare = (route: string, asked: object): Posted => ({ route: `/${route}`, body: JSON.stringify(asked) })

const pageQuery = `query ($code: String!, $first: Int!) {
  network(odsCode: $code) { checklist { items(first: $first) { nodes { id status nextDueOn requirement { title } } pageInfo { hasNextPage } } } } }`
const boardQuery = `query ($code: String!) { integratedCareBoard(odsCode: $code) { odsCode name ${progress} } }`
const englandQuery = `{ england { contractYear ${progress} networks { odsCode name boardCode ${progress} } } }`
const recordMutation = `mutation ($input: RecordEvidenceInput!) {
  recordEvidence(input: $input) { __typename ... on EvidenceRecorded { evidence { id } } ... on Refusal { message } } }`

/** A network's first page of so many items. */
export function pageOf(first: number, times = 300): Question {
  return {
    name: `first page of ${first} items of one network`,
    times,
    isRead: true,
    ask: ({ networkCodes, contractYear: year, tokens }, turn) => {
      const code = networkCodes[turn % networkCodes.length]
      return { graphql: operation(pageQuery, { code, first }), token: tokens.manager, bare: bare('page', { code, year, first }) }
    },
    answer: ({ items, networks }) => Math.min(first, items / networks),
  }
}

export const boardProgress: Question = {
  name: 'progress of one ICB',
  times: 300,
  isRead: true,
  ask: ({ boardCode: code, contractYear: year, today, tokens }) => {
    return { graphql: operation(boardQuery, { code }), token: tokens.commissioner, bare: bare('board', { code, year, today }) }
  },
  answer: ({ networks, boards }) => networks / boards,
}

export const englandProgress: Question = {
  name: 'progress of England',
  times: 40,
  isRead: true,
  ask: ({ contractYear: year, today, tokens }) => {
    return { graphql: operation(englandQuery, {}), token: tokens.national, bare: bare('england', { year, today }) }
  },
  answer: ({ networks }) => networks,
}

/** Each time other occurrences: the server's from the front of the list, the yardstick's from its end. */
export const recording: Question = {
  name: 'recordEvidence for one occurrence',
  times: 150,
  isRead: false,
  ask: ({ waiting, today: happenedOn, managerId: personId, tokens }, turn) => {
    const note = 'Measured.'
    const input = { occurrenceIds: [waiting.at(turn)], happenedOn, note }
    return {
      graphql: operation(recordMutation, { input }),
      token: tokens.manager,
      bare: bare('record', { occurrenceId: waiting.at(-1 - turn), happenedOn, note, personId }),
    }
  },
  answer: () => 1,
}

/** Makes sure that both give the same answer, so that the same work is compared. Errors: Error naming the question. */
export async function compareAnswers(question: Question, seeded: Seeded, ports: { headroom: number; bare: number }): Promise<void> {
  const { graphql, token, bare: asked } = question.ask(seeded, 0)
  const [one, other] = [await post(ports.headroom, graphql.route, graphql.body, token), await post(ports.bare, asked.route, asked.body)]
  const { data, errors } = JSON.parse(one) as { data: object; errors?: unknown }
  if (errors) throw new Error(`${question.name}: ${JSON.stringify(errors)}`)
  const found = question.isRead ? JSON.stringify({ data }) === other : one.includes('"__typename":"EvidenceRecorded"')
  if (!found) throw new Error(`${question.name} is answered differently:\n${one.slice(0, 600)}\n${other.slice(0, 600)}`)
}
