import { Args, Context, Parent, ResolveField, Resolver } from '@nestjs/graphql'
import { type Caller, CurrentCaller } from '../platform/graphql/allow.js'
import { isDay } from '../platform/day.js'
import { keyAfter, type Page, pageOf } from '../platform/graphql/page.js'
import { RequestError } from '../platform/request-error.js'
import { type ChecklistEntity, type ChecklistItemEntity } from './checklist.entity.js'
import { ChecklistItemsArgs } from './checklist.inputs.js'
import { ChecklistLoader } from './checklist.loader.js'
import { Checklist, ChecklistItemConnection } from './checklist.types.js'
import { GlossaryRepository } from './glossary.repository.js'
import { type ItemKey, type ItemOrder, NO_DAY } from './item-list.repository.js'

@Resolver(() => Checklist)
export class ChecklistItemsResolver {
  constructor(
    private readonly loader: ChecklistLoader,
    private readonly glossary: GlossaryRepository,
  ) {}

  @ResolveField(() => ChecklistItemConnection, { description: 'Its items, narrowed and ordered.' })
  async items(
    @Parent() checklist: ChecklistEntity,
    @Args() { filter, orderBy, first, after }: ChecklistItemsArgs,
    @CurrentCaller() caller: Caller,
    @Context() context: object,
  ): Promise<Page<ChecklistItemEntity>> {
    const { search, mine, assigneeId, ...rest } = filter ?? {}
    const assigneeIds = [assigneeId, mine ? caller.personId : null].filter((id) => typeof id === 'string')
    const narrowing = { ...rest, assigneeIds }
    const list = ['items', checklist.id, narrowing, search ?? null, orderBy]
    const wordings = search ? this.glossary.wordingsOf(search) : []
    const page = { narrowing, wordings, orderBy, after: startOf(keyAfter(after, list), orderBy), limit: first + 1 }
    return pageOf(await this.loader.page(context, checklist.id, page), first, list, (item) => keyOf(item, orderBy))
  }
}

function keyOf(item: ChecklistItemEntity, orderBy: ItemOrder): ItemKey {
  return [orderBy === 'POSITION' ? item.position : (item.nextDueOn ?? NO_DAY), item.id]
}

/** Where a page starts. A cursor somebody put together by hand can hold anything. */
function startOf(key: readonly unknown[] | undefined, orderBy: ItemOrder): ItemKey | null {
  if (!key) return null
  const [place, id] = key
  const fits = orderBy === 'POSITION' ? Number.isSafeInteger(place) : isDay(place)
  if (fits && typeof id === 'string' && /^[0-9a-f-]{36}$/.test(id)) return [place as ItemKey[0], id]
  throw RequestError.badInput([{ field: 'after', message: 'This is not a cursor of this list. Start again without it.' }])
}
