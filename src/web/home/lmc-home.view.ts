import { type Day } from '../../platform/day.js'
import { dayInWords } from '../layout/words.js'
import { siftedRequests, type SiftedRequest } from '../requests/requests.view.js'
import { type ListedData, listedRow } from '../statement/statement.view.js'

export interface LmcHomeData {
  readonly requests: { readonly nodes: readonly SiftedRequest[]; readonly pageInfo: { readonly hasNextPage: boolean } }
  readonly publishedStatements: { readonly nodes: readonly ListedData[]; readonly pageInfo: { readonly hasNextPage: boolean } }
  readonly localMedicalCommittees: readonly {
    readonly code: string
    readonly name: string
    readonly networks: readonly { readonly odsCode: string; readonly name: string; readonly startsOn: Day; readonly endsOn: Day | null }[]
  }[]
}

/** What somebody of an LMC finds at home: what to sift, most networks asked before the rest, and statements to read. */
export function lmcHome({ requests, publishedStatements, localMedicalCommittees }: LmcHomeData, lmcCode: string, today: Day) {
  const committee = localMedicalCommittees.find(({ code }) => code === lmcCode)
  const { nodes } = requests
  const many = siftedRequests(
    nodes.filter(({ networksAsked }) => networksAsked > 1),
    lmcCode,
    today,
  )
  const single = siftedRequests(
    nodes.filter(({ networksAsked }) => networksAsked === 1),
    lmcCode,
    today,
  )
  return {
    ...{ many: many.waiting, single: single.waiting, siftedNumber: many.sifted.length + single.sifted.length },
    hasMore: requests.pageInfo.hasNextPage,
    ...{ statements: publishedStatements.nodes.map(listedRow), hasMoreStatements: publishedStatements.pageInfo.hasNextPage },
    covered: (committee?.networks ?? []).map(({ odsCode, name, startsOn, endsOn }) => ({
      ...{
        odsCode,
        name,
        days: `${startsOn > today ? 'from' : 'since'} ${dayInWords(startsOn)}${endsOn ? ` to ${dayInWords(endsOn)}` : ''}`,
      },
    })),
  }
}
