/** One query of a session printed in a document. */
export interface Step {
  /** The operation's name: later steps take values of its answer by it. */
  readonly name: string
  /** Whose token it is sent with. */
  readonly address: string
  readonly query: string
  /** As printed: with values such as `$Hello.service.today`, which stand for a part of an earlier answer. */
  readonly variables: unknown
}

const BLOCK = /^```(\w+)\n([\s\S]*?)^```$|\bAs ([\w.-]+@headroom\.example)/gm

/** The session of a document: each GraphQL block, the variables printed below it, and the person last named as "As somebody@…" above it. */
export function sessionOf(markdown: string): Step[] {
  const steps: Step[] = []
  let address = ''
  for (const [, language, text = '', named] of markdown.matchAll(BLOCK)) {
    if (named) address = named
    if (language === 'graphql') {
      const name = /^\s*(?:query|mutation)\s+(\w+)/.exec(text)?.[1]
      if (!name) throw new Error(`A query needs a name: ${text}`)
      steps.push({ name, address, query: text, variables: {} })
    }
    const last = steps.at(-1)
    if (language === 'json' && last) steps[steps.length - 1] = { ...last, variables: JSON.parse(text) }
  }
  return steps
}

/** Variables with every value that stands for a part of an earlier answer put in. Errors: Error naming what was not found. */
export function filledIn(variables: unknown, answers: ReadonlyMap<string, unknown>): unknown {
  if (Array.isArray(variables)) return variables.map((value) => filledIn(value, answers))
  if (typeof variables === 'string') return variables.startsWith('$') ? partOf(answers, variables) : variables
  if (variables === null || typeof variables !== 'object') return variables
  return Object.fromEntries(Object.entries(variables).map(([name, value]) => [name, filledIn(value, answers)]))
}

function partOf(answers: ReadonlyMap<string, unknown>, path: string): string {
  const [name = ''] = path.slice(1).split('.')
  const found = stepsOf(path.slice(name.length + 2)).reduce<unknown>(stepInto, answers.get(name))
  if (typeof found !== 'string') throw new Error(`No text is at ${path} in the answers so far`)
  return found
}

/** `items[code=1.2].id` as `items`, `[code=1.2]`, `id`. */
function stepsOf(path: string): string[] {
  return path.match(/\[[^\]]*\]|[^.[\]]+/g) ?? []
}

function stepInto(value: unknown, step: string): unknown {
  const place = /^\[(.*)\]$/.exec(step)?.[1]
  if (place === undefined) return (value as Record<string, unknown> | null | undefined)?.[step]
  const list = Array.isArray(value) ? (value as unknown[]) : []
  const [path = '', wanted] = place.split('=')
  return wanted === undefined ? list[Number(place)] : list.find((one) => stepsOf(path).reduce<unknown>(stepInto, one) === wanted)
}
