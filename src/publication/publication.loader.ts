import { Injectable } from '@nestjs/common'
import { NetworkLoader } from '../network/network.loader.js'
import { Clock } from '../platform/clock.js'
import { childrenLoader } from '../platform/graphql/children-loader.js'
import { weightedDeprivation } from './domain/weighted-deprivation.js'
import { type NetworkDeprivation } from './publication.types.js'
import { PublishedRepository } from './published.repository.js'

/** A network with what is asked of it: one query for each different asking, however many networks. */
const keyOf = (code: string, ...asked: string[]): string => [code, ...asked].join(' ')

/** What official files said of the request's networks. */
@Injectable()
export class PublicationLoader {
  constructor(
    private readonly published: PublishedRepository,
    private readonly networks: NetworkLoader,
    private readonly clock: Clock,
  ) {}

  /** Names a network had, oldest first. */
  readonly names = childrenLoader(
    (codes) => this.published.names(codes),
    ({ odsCode }) => odsCode,
  )

  /** Published deprivation scores, the newest index first. */
  readonly scores = childrenLoader(
    (codes) => this.published.scores(codes),
    ({ organisationCode }) => organisationCode,
  )

  results(context: object, networkCode: string, contractYear: string) {
    return this.resultsOf(context, keyOf(networkCode, contractYear))
  }

  practiceResults(context: object, networkCode: string, contractYear: string) {
    return this.practiceResultsOf(context, keyOf(networkCode, contractYear))
  }

  /** Who was a member on a day by the ODS release in force on another; nobody where none was imported. */
  released(context: object, networkCode: string, onDay: string, releasedOn: string) {
    return this.releasedOf(context, keyOf(networkCode, onDay, releasedOn))
  }

  /** A network's own published scores, then the mean of its practices for each index. */
  async deprivation(context: object, networkCode: string): Promise<NetworkDeprivation[]> {
    const [own, lists] = await Promise.all([
      this.scores(context, networkCode),
      this.networks.listsOn(context, networkCode, this.clock.today()),
    ])
    const patientsOf = new Map(lists.map(({ practiceCode, patients }) => [practiceCode, patients]))
    const scores = (await Promise.all([...patientsOf.keys()].map((code) => this.scores(context, code)))).flat()
    const published = own.map(({ indexYear, scoreThousandths, decile }) => {
      return { indexYear, score: scoreThousandths / 1000, decile, published: true, practicesCounted: null, practices: null }
    })
    const years = [...new Set(scores.map(({ indexYear }) => indexYear))]
    const means = years.map((indexYear) => {
      const scoreOf = new Map(
        scores.filter((one) => one.indexYear === indexYear).map((one) => [one.organisationCode, one.scoreThousandths]),
      )
      const members = [...patientsOf].map(([code, patients]) => ({ scoreThousandths: scoreOf.get(code) ?? null, patients }))
      const { scoreThousandths, counted: practicesCounted, practices } = weightedDeprivation(members)
      return {
        indexYear,
        score: scoreThousandths === null ? null : scoreThousandths / 1000,
        decile: null,
        published: false,
        practicesCounted,
        practices,
      }
    })
    return [...published, ...means]
  }

  private readonly resultsOf = childrenLoader(
    (keys) =>
      eachAsking(
        keys,
        (codes, [year = '']) => this.published.results(codes, year),
        ({ organisationCode }) => organisationCode,
      ),
    ({ key }) => key,
  )

  private readonly practiceResultsOf = childrenLoader(
    (keys) =>
      eachAsking(
        keys,
        (codes, [year = '']) => this.published.resultsOfMembers(codes, year),
        ({ networkCode }) => networkCode,
      ),
    ({ key }) => key,
  )

  private readonly releasedOf = childrenLoader(
    (keys) =>
      eachAsking(
        keys,
        async (codes, [onDay = '', releasedOn = '']) => {
          const at = await this.published.releasedBy(releasedOn)
          return at === null ? [] : this.published.members(codes, onDay, at)
        },
        ({ networkCode }) => networkCode,
      ),
    ({ key }) => key,
  )
}

/** Loads the children of keys that ask the same together, and gives each child the key it is for. */
async function eachAsking<Child>(
  keys: readonly string[],
  load: (codes: string[], asked: readonly string[]) => Promise<Child[]>,
  codeOf: (child: Child) => string,
): Promise<(Child & { key: string })[]> {
  const codesOf = new Map<string, string[]>()
  for (const key of keys) {
    const [code = '', ...asked] = key.split(' ')
    codesOf.set(asked.join(' '), [...(codesOf.get(asked.join(' ')) ?? []), code])
  }
  const found = await Promise.all(
    [...codesOf].map(async ([asked, codes]) => {
      const children = await load([...new Set(codes)], asked.split(' '))
      return children.map((child) => ({ ...child, key: keyOf(codeOf(child), asked) }))
    }),
  )
  return found.flat()
}
