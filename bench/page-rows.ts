import { type Seeded } from './england.js'
import { post } from './servers.js'

interface Network {
  readonly practices: readonly { readonly practice: { readonly odsCode: string } }[]
  readonly checklist: {
    readonly items: {
      readonly nodes: readonly {
        readonly requirement: { readonly decidedBy: string }
        readonly occurrences: readonly { readonly id: string; readonly standing: { readonly status: string } }[]
      }[]
    }
  }
}

const waiting = `query ($code: String!) { network(odsCode: $code) {
  practices { practice { odsCode } }
  checklist { items(first: 100, filter: { practiceLevel: true }) { nodes { requirement { decidedBy } occurrences { id standing { status } } } } } } }`
const record = `mutation ($input: RecordEvidenceInput!) {
  recordEvidence(input: $input) { __typename ... on Refusal { message } } }`

/** Records for every network of the manager's what its commissioner decides on, so that each has something in the review queue. */
export async function submitSome(port: number, { networkCodes, tokens, today }: Seeded): Promise<void> {
  const ask = async <T>(query: string, variables: object): Promise<T> => {
    const { data } = JSON.parse(await post(port, '/graphql', JSON.stringify({ query, variables }), tokens.manager)) as { data: T }
    return data
  }
  for (const code of networkCodes) {
    const { network } = await ask<{ network: Network }>(waiting, { code })
    const decided = network.checklist.items.nodes.filter(({ requirement }) => requirement.decidedBy === 'COMMISSIONER')
    const open = decided.flatMap(({ occurrences }) => occurrences.filter(({ standing }) => standing.status === 'OPEN'))
    const practiceCodes = network.practices.map(({ practice }) => practice.odsCode)
    const input = { occurrenceIds: open.slice(0, 1).map(({ id }) => id), practiceCodes, happenedOn: today, note: 'Generated.' }
    const { recordEvidence } = await ask<{ recordEvidence: { __typename: string; message?: string } }>(record, { input })
    if (recordEvidence.__typename !== 'EvidenceRecorded') throw new Error(`${code}: ${recordEvidence.message ?? 'not recorded'}`)
  }
}
