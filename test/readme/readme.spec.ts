import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import fs from 'node:fs'
import { TokenService } from '../../src/access/token.service.js'
import { programOf } from '../../src/commands.js'
import { type TestApp } from '../support/app.js'
import { Client } from '../support/client.js'
import { startDemonstration } from '../support/demonstration.js'
import { filledIn, sessionOf } from './session.js'

const readme = fs.readFileSync('README.md', 'utf8')
const steps = sessionOf(readme)

describe('the first session of the README', () => {
  const answers = new Map<string, unknown>()
  let test: TestApp
  beforeAll(async () => {
    test = await startDemonstration()
  }, 300_000)
  afterAll(() => test.close())

  it('has the steps it promises, each with a name of its own and somebody who sends it', () => {
    expect(steps.length).toBeGreaterThanOrEqual(9)
    expect(new Set(steps.map(({ name }) => name)).size).toBe(steps.length)
    expect(steps.filter(({ address }) => address === '')).toEqual([])
  })

  it.each(steps.map((step) => [step.name, step] as const))('%s works as printed', async (name, { address, query, variables }) => {
    const client = new Client(test.url, await test.app.get(TokenService).createFor(address, { name: 'readme' }))
    const { data, errors } = await client.send(query, filledIn(variables, answers) as object)
    expect(errors).toEqual([])
    // A refusal is asked for by its message: none of the session is refused.
    expect(Object.values(data ?? {}).filter((result) => result !== null && typeof result === 'object' && 'message' in result)).toEqual([])
    expect(Object.values(data ?? {})).not.toContain(null)
    answers.set(name, data)
  })
})

describe('the commands of our documents', () => {
  const { scripts } = JSON.parse(fs.readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> }
  const commands = programOf({}).commands.map((command) => command.name())

  it.each(['README.md', 'CONTRIBUTING.md'])('exist: %s', (document) => {
    const text = fs.readFileSync(document, 'utf8')
    const named = [...text.matchAll(/npm (?:run )?([a-z:0-9]+)/g)].flatMap(([, name = '']) =>
      name === 'run' || name === 'ci' ? [] : [name],
    )
    expect(named.length).toBeGreaterThan(1)
    expect(named.filter((name) => !(name in scripts))).toEqual([])
    const asked = [...text.matchAll(/npm run headroom -- (\w+)/g)].map(([, name = '']) => name)
    expect(asked.filter((name) => !commands.includes(name))).toEqual([])
  })

  it('leads to files that are there', () => {
    const links = ['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md'].flatMap((document) =>
      [...fs.readFileSync(document, 'utf8').matchAll(/\]\(([^)#]+)[^)]*\)/g)]
        .map(([, link = '']) => link)
        .filter((link) => !link.includes('://')),
    )
    expect(links.filter((link) => !fs.existsSync(link))).toEqual([])
  })

  it('names every setting', () => {
    const settings = [...fs.readFileSync('src/platform/config.ts', 'utf8').matchAll(/readonly ([A-Z][A-Z_]+)[?:]/g)].map(
      ([, name = '']) => name,
    )
    expect(settings.length).toBeGreaterThan(4)
    expect(settings.filter((name) => !readme.includes(`\`${name}\``))).toEqual([])
  })
})
