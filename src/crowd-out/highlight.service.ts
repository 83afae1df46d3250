import { Injectable } from '@nestjs/common'
import { isRequirementEntry, type RequirementEntry } from '../checklist/checklist.repository.js'
import { CrowdOutLoader } from './crowd-out.loader.js'
import { CrowdOutService } from './crowd-out.service.js'
import { type CrowdOutItem, type CrowdOutView, type ItemDeclarationOnly } from './crowd-out.types.js'
import { declarationOnlyReading } from './domain/declaration-only.js'

/** What items of a plan are called: declaration-only or not, by our reading or the network's own. */
@Injectable()
export class HighlightService {
  constructor(
    private readonly loader: CrowdOutLoader,
    private readonly service: CrowdOutService,
  ) {}

  /** Declaration-only items that give the network time back, most first. */
  async highlights(view: CrowdOutView): Promise<CrowdOutItem[]> {
    const items = this.service.itemsOf(view, null, view.figures.givingTimeBack())
    const readings = await Promise.all(items.map((item) => this.reading(item)))
    return items.filter((_, index) => readings[index]?.verdict === true)
  }

  /** Null for a request: no source says how it is shown. */
  async reading({ view, itemId }: CrowdOutItem): Promise<ItemDeclarationOnly | null> {
    const item = view.sources.inputs.items.find((one) => one.itemId === itemId)
    const entry = item && this.entryOf(view, item.entryId)
    if (!item || !entry) return null
    return declarationOnlyReading(entry, await this.loader.reading(view.context, item.itemId))
  }

  private entryOf({ entries }: CrowdOutView, entryId: string): RequirementEntry | undefined {
    const entry = entries.get(entryId)
    return entry && isRequirementEntry(entry) ? entry : undefined
  }
}
