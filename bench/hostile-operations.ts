/** A request nobody sends who means well. */
export interface Hostile {
  readonly kind: string
  readonly path: string
  readonly contentType: string
  readonly body: string
}

/** Numbers below 1, the same for the same seed. */
export type Random = () => number

/** A small generator of numbers that look random and can be repeated (mulberry32). */
export function randomOf(seed: number): Random {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let value = Math.imul(state ^ (state >>> 15), state | 1)
    value ^= value + Math.imul(value ^ (value >>> 7), value | 61)
    return ((value ^ (value >>> 14)) >>> 0) / 4_294_967_296
  }
}

const upTo = (random: Random, most: number): number => 1 + Math.floor(random() * most)
const one = <T>(random: Random, list: readonly T[]): T => list[Math.floor(random() * list.length)] as T
const times = (count: number, part: (index: number) => string): string => Array.from({ length: count }, (_, index) => part(index)).join(' ')

const FIELDS = [
  'viewer',
  'networks',
  'network',
  'node',
  'reviewQueue',
  'england',
  'auditTrail',
  'specifications',
  'nothing',
  '__schema',
  '__typename',
]
const WRONG = ['null', '[]', '{}', '""', '"\\u0000"', '-1', '1e400', 'true', '99999999999999999999', '[[[[1]]]]', '{"a":{"a":{"a":1}}}']

const operations: Readonly<Record<string, (random: Random) => string>> = {
  deep: (random) => {
    const levels = upTo(random, 400)
    return `{ networks(first: 1) { nodes ${'{ integratedCareBoards { networks(first: 1) { nodes '.repeat(levels)}{ odsCode }${' } } }'.repeat(levels)} } }`
  },
  wide: (random) =>
    `{ networks(first: ${upTo(random, 500)}) { nodes { ${times(upTo(random, 3_000), () => one(random, ['odsCode', 'name', 'nothing']))} } } }`,
  aliased: (random) =>
    `{ ${times(upTo(random, 900), (index) => `a${index}: ${one(random, ['viewer { person { id } }', 'service { mode }', 'networks { pageInfo { hasNextPage } }'])}`)} }`,
  circle: (random) => {
    const count = upTo(random, 60)
    return `{ viewer { ...F0 } } ${times(count, (index) => `fragment F${index} on Viewer { ...F${(index + 1) % count} }`)}`
  },
  unfolding: (random) => {
    const count = upTo(random, 60)
    return `{ viewer { ...F0 } } ${times(count, (index) => `fragment F${index} on Viewer { ...F${index + 1} ...F${index + 1} }`)} fragment F${count} on Viewer { __typename }`
  },
  'directives by the hundred': (random) => `{ viewer { __typename ${'@include(if: true) '.repeat(upTo(random, 900))} } }`,
  'no operation': (random) =>
    times(upTo(random, 40), () => one(random, ['{', '}', '(', '"', '...', '$', ':', '@', '\\', 'query', '\u0000', '💥'])),
  'a field by itself': (random) => `{ ${one(random, FIELDS)} }`,
  introspection: (random) => `{ __schema { types { ${'fields { type { '.repeat(upTo(random, 40))} name } } }`,
}

/** The nth request of a seed: one of every kind in turns. */
export function hostile(random: Random, turn: number): Hostile {
  const kinds = [...Object.keys(operations), 'variables', 'a body', 'a form']
  const kind = kinds[turn % kinds.length] ?? ''
  const json = { kind, path: '/graphql', contentType: 'application/json' }
  const operation = operations[kind]
  if (operation) return { ...json, body: JSON.stringify({ query: operation(random) }) }
  if (kind === 'variables') return { ...json, body: variables(random) }
  return kind === 'a body' ? { ...json, body: unreadable(random) } : { kind, path: '/files', ...form(random) }
}

function variables(random: Random): string {
  const query = one(random, [
    'query ($v: String!) { network(odsCode: $v) { name } }',
    'query ($v: ID!) { node(id: $v) { id } }',
    'query ($v: Int) { networks(first: $v) { nodes { odsCode } } }',
    'mutation ($v: RecordEvidenceInput!) { recordEvidence(input: $v) { __typename } }',
    'mutation ($v: SetPriorityInput!) { setPriority(input: $v) { __typename } }',
    'query ($v: Nothing!) { viewer { person { id } } }',
  ])
  const value = random() < 0.3 ? JSON.stringify('x'.repeat(upTo(random, 600_000))) : one(random, WRONG)
  return `{"query":${JSON.stringify(query)},"variables":{"v":${value}}}`
}

function unreadable(random: Random): string {
  const whole = JSON.stringify({ query: '{ viewer { person { id } } }', variables: {} })
  return one(random, [
    whole.slice(0, upTo(random, whole.length - 1)),
    '['.repeat(upTo(random, 50_000)),
    '',
    'null',
    '"query"',
    `[${whole},${whole}]`,
    'x'.repeat(1_200_000),
  ])
}

function form(random: Random): Pick<Hostile, 'contentType' | 'body'> {
  const boundary = 'b'.repeat(upTo(random, 60))
  const part = `--${boundary}\r\ncontent-disposition: form-data; name="${'n'.repeat(upTo(random, 300))}"; filename="${one(random, ['../../x', 'a\u0000b', '', 'x.pdf'])}"\r\n\r\n${'x'.repeat(upTo(random, 5_000))}`
  const body = one(random, [
    part,
    `${part}\r\n--${boundary}--`,
    `--${boundary}--`,
    '',
    part.slice(0, 40),
    `${`${part}\r\n`.repeat(upTo(random, 40))}--${boundary}--`,
  ])
  const contentType = one(random, [
    `multipart/form-data; boundary=${boundary}`,
    'multipart/form-data',
    'multipart/form-data; boundary=',
    'multipart/mixed; boundary=x',
  ])
  return { contentType, body }
}
