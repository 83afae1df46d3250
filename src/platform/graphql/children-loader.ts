import DataLoader from 'dataloader'

type Load<Value> = (keys: readonly string[], context: object) => Promise<readonly Value[]>

/** Children of many parents in one query per request and field, in the order the query gave them. */
export function childrenLoader<Child>(
  load: Load<Child>,
  parentIdOf: (child: Child) => string,
): (context: object, id: string) => Promise<Child[]> {
  return perRequest(async (parentIds, context) => {
    const childrenOf = new Map<string, Child[]>(parentIds.map((id) => [id, []]))
    for (const child of await load(parentIds, context)) childrenOf.get(parentIdOf(child))?.push(child)
    return parentIds.map((id) => childrenOf.get(id) ?? [])
  })
}

/** One row for each of many keys in one query per request and field; null where there is none. */
export function rowLoader<Row>(load: Load<Row>, keyOf: (row: Row) => string): (context: object, key: string) => Promise<Row | null> {
  return perRequest(async (keys, context) => {
    const rowOf = new Map((await load(keys, context)).map((row) => [keyOf(row), row]))
    return keys.map((key) => rowOf.get(key) ?? null)
  })
}

/** Batches live as long as the request's context object, so nothing is shared between callers. */
function perRequest<Value>(
  batch: (keys: readonly string[], context: object) => Promise<Value[]>,
): (context: object, key: string) => Promise<Value> {
  const loaders = new WeakMap<object, DataLoader<string, Value>>()
  return (context, key) => {
    let loader = loaders.get(context)
    if (!loader) {
      loader = new DataLoader<string, Value>((keys) => batch(keys, context), { cache: false })
      loaders.set(context, loader)
    }
    return loader.load(key)
  }
}
