import { Injectable } from '@nestjs/common'
import { chainOf, emptyChain, hashOf, organisationOf } from '../platform/audit-log/audit-chain.js'
import { ChainRepository, type StoredLink } from './chain.repository.js'
import { type AuditRoot, type BrokenChain, type ChainReport } from './domain/chain-report.js'
import { type ChainBreak, type ChainEnd, ChainWalk } from './domain/chain-walk.js'

/** Entries in memory at once. */
const BATCH = 1000

/** Checks the trail against itself, and against roots kept elsewhere. It may run while others write. */
@Injectable()
export class ChainCheckService {
  constructor(private readonly chains: ChainRepository) {}

  async check(roots: readonly AuditRoot[] = []): Promise<ChainReport> {
    const names = new Set([...(await this.chains.chains()), ...roots.map(({ organisationCode }) => chainOf(organisationCode))])
    const broken: BrokenChain[] = []
    let entries = 0
    for (const chain of [...names].sort()) {
      const organisationCode = organisationOf(chain)
      const report = await this.checkOne(
        organisationCode,
        roots.filter((root) => root.organisationCode === organisationCode),
      )
      entries += report.entries
      broken.push(...report.broken)
    }
    return { chains: names.size, entries, roots: roots.length, broken }
  }

  /** The chain of one organisation, or of entries about none. `entries` are those that fit. */
  async checkOne(organisationCode: string | null, roots: readonly AuditRoot[] = []): Promise<ChainReport> {
    const chain = chainOf(organisationCode)
    const walk = new ChainWalk<StoredLink>(emptyChain(chain), hashOf, roots)
    const found = await this.walkAlong(chain, walk)
    return { chains: 1, entries: walk.reached.sequence, roots: roots.length, broken: found ? [{ ...found, organisationCode }] : [] }
  }

  /** Where the chains of these organisations end now, or all of them. */
  async roots(organisationCodes?: readonly string[]): Promise<AuditRoot[]> {
    const heads = await this.chains.heads(organisationCodes)
    return heads.map(({ chain, sequence, hash }) => ({ organisationCode: organisationOf(chain), sequence, hash }))
  }

  /**
   * Reads until the entries end where a head read after them says. Entries and head are committed together: what a head promises and is still not
   * there when entries are read once more is missing.
   */
  private async walkAlong(chain: string, walk: ChainWalk<StoredLink>): Promise<ChainBreak | undefined> {
    let last: StoredLink | undefined
    let head: ChainEnd | undefined
    for (;;) {
      const links = await this.chains.links(chain, BATCH, last)
      for (const link of links) {
        const found = walk.next(link)
        if (found) return found
      }
      last = links.at(-1) ?? last
      if (links.length === BATCH) continue
      if (head && head.sequence > walk.reached.sequence) return walk.finish(head)
      head = (await this.chains.head(chain)) ?? undefined
      if ((head?.sequence ?? 0) <= walk.reached.sequence) return walk.finish(head)
    }
  }
}
