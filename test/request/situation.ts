import { type TestApp } from '../support/app.js'
import { type Client } from '../support/client.js'
import { type NetworkGiven } from '../support/given.js'
import { givenLmc, givenRequest } from '../support/requests.js'
import { requestsOfNetwork } from './operations.js'

type Row = Record<string, any>

/** Two networks of one ICB that an LMC covers, another network it does not, and their people. */
interface People {
  readonly one: NetworkGiven
  readonly two: NetworkGiven
  readonly elsewhere: NetworkGiven
  readonly lmcCode: string
  readonly director: Client
  readonly manager: Client
  readonly otherDirector: Client
  readonly lmc: Client
}

/** What the tests of requests start from. */
export class Situation implements People {
  readonly one!: NetworkGiven
  readonly two!: NetworkGiven
  readonly elsewhere!: NetworkGiven
  readonly lmcCode!: string
  readonly director!: Client
  readonly manager!: Client
  readonly otherDirector!: Client
  readonly lmc!: Client

  private constructor(people: People) {
    Object.assign(this, people)
  }

  static async in(test: TestApp): Promise<Situation> {
    const { given } = test
    const one = await given.network()
    const two = await given.network({ boardCode: one.boardCode })
    const elsewhere = await given.network()
    const lmcCode = await givenLmc(test, [one, two])
    return new Situation({
      ...{ one, two, elsewhere, lmcCode, director: await given.director(one), manager: await given.manager(one) },
      ...{ otherDirector: await given.director(two), lmc: await given.person('lmc', lmcCode) },
    })
  }

  /** A request the LMC records for both networks; its id. */
  forBoth(input: object = {}): Promise<string> {
    return givenRequest(this.lmc, [this.one, this.two], { lmcCode: this.lmcCode, ...input })
  }

  /** A network's requests, as one of its people sees them. */
  async seen(by: Client, network: NetworkGiven, more: object = {}): Promise<Row[]> {
    return (await by.query(requestsOfNetwork, { code: network.code, ...more }))['network'].requests.nodes
  }

  /** The one request a network has. */
  async only(by: Client, network: NetworkGiven): Promise<Row> {
    const [row] = await this.seen(by, network)
    if (!row) throw new Error(`No request of ${network.code}`)
    return row
  }
}
