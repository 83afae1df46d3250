import { LmcCoverageService } from '../../src/request/lmc-coverage.service.js'
import { type TestApp } from './app.js'
import { type Client } from './client.js'
import { type NetworkGiven } from './given.js'

let made = 0

/** Whoever runs the server, where it does not matter who that is. */
const NOBODY = '00000000-0000-4000-8000-000000000000'

/** A request somebody records of networks: one plan asked for on 2 November, nobody knowing what it takes, unless said otherwise; its id. */
export async function givenRequest(by: Client, networks: readonly NetworkGiven[], input: object = {}): Promise<string> {
  const mutation = `mutation ($input: RecordRequestInput!) {
    recordRequest(input: $input) { ... on RequestRecorded { request { id } } ... on Refusal { message } }
  }`
  const asked = { contractYear: '2026/27', title: 'Send us a plan', what: 'A plan for winter.', askedBy: 'The ICB', askerKind: 'ICB' }
  const when = { receivedOn: '2026-11-02', nature: 'REPORT' }
  const answer = await by.mutate(mutation, { networkCodes: networks.map(({ code }) => code), ...asked, ...when, ...input })
  if (!answer['request']) throw new Error(`Not recorded: ${String(answer['message'])}`)
  return String(answer['request'].id)
}

/** A local medical committee that covers these networks, and nobody in it yet; its code. */
export async function givenLmc(test: TestApp, networks: readonly NetworkGiven[]): Promise<string> {
  made += 1
  const code = `LX${String(made).padStart(2, '0')}`
  await givenCoverage(test, code, networks)
  return code
}

/** From a day on, today unless said otherwise, a committee covers exactly these networks. */
export async function givenCoverage(test: TestApp, lmcCode: string, networks: readonly NetworkGiven[], startsOn?: string): Promise<void> {
  const nobody = { personId: NOBODY, england: true, own: [], practices: [], overseen: [] }
  const networkCodes = networks.map(({ code }) => code)
  await test.app.get(LmcCoverageService).cover(nobody, { lmcCode, name: `Committee ${lmcCode}`, networkCodes, startsOn })
}
