import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { type Browser } from 'playwright-core'
import { TokenService } from '../../src/access/token.service.js'
import { examplesFor, readExamples, variablesFor } from '../../src/web/graphiql/examples.js'
import { type TestApp } from '../support/app.js'
import { Client } from '../support/client.js'
import { startBrowser, Visitor } from '../support/browser.js'
import { startDemonstration } from '../support/demonstration.js'
import { printed } from '../support/printed.js'

let test: TestApp
let browser: Browser
beforeAll(async () => {
  test = await startDemonstration()
  browser = await startBrowser()
}, 240_000)
afterAll(async () => {
  await browser?.close()
  await test?.close()
})

describe('GraphiQL', () => {
  const examples = readExamples()
  const people = {
    NETWORK_MANAGER: ['manager.ux0001', 'UX0001', 'UX0001'],
    CLINICAL_DIRECTOR: ['director.ux0001', 'UX0001', 'UX0001'],
    PRACTICE_MEMBER: ['practice.px0001', 'PX0001', 'UX0001'],
    COMMISSIONER: ['commissioner.qx01', 'QX01', null],
    LMC: ['lmc', 'LX01', null],
    NATIONAL_VIEWER: ['national', 'ENGLAND', null],
    OPERATOR: ['operator', 'ENGLAND', null],
  } as const

  it.each(Object.entries(people))(
    'offers a %s examples that answer something, with their own variables',
    async (role, [who, code, networkCode]) => {
      const token = await test.app.get(TokenService).createFor(`${who}@headroom.example`, { name: 'examples' })
      const client = new Client(test.url, token)
      const place = { role: role as keyof typeof people, code, networkCode, name: '', networkName: null }
      const offered = examplesFor(examples, role)
      for (const example of offered) {
        const { data, errors } = await client.send(example.query, variablesFor(example, { place, today: test.clock.today() }))
        expect([example.name, errors, longestList(data) > 0]).toEqual([example.name, [], true])
      }
    },
  )

  it('runs what is asked as the person signed in, under the content policy, and keeps nothing in the browser', async () => {
    const visitor = await Visitor.arrive(browser, test)
    await visitor.signInAs('Imogen Harkwell')
    await visitor.open('/graphiql?example=late')
    await visitor.page.locator('.graphiql-execute-button').click()
    await visitor.page.locator('.graphiql-response').getByText('BREACH').first().waitFor()
    await visitor.click('button', 'Open settings dialog')
    await visitor.page.getByRole('dialog').waitFor()
    await visitor.page.keyboard.press('Escape')
    await visitor.click('button', /Documentation Explorer/)
    await visitor.page.getByText('A GraphQL schema provides a root type').waitFor()
    expect([visitor.foreignRequests(), visitor.complaints]).toEqual([[], []])
    expect(await visitor.page.evaluate('localStorage.length + sessionStorage.length')).toBe(0)
    await visitor.leave()
  })

  it('shows the query where scripts are off', async () => {
    const visitor = await Visitor.arrive(browser, test, { javaScript: false })
    await visitor.signInAs('Imogen Harkwell')
    await visitor.open('/graphiql')
    expect(await visitor.text()).toContain('To run it here, scripts have to be switched on.')
    await visitor.leave()
  })

  it('may only style by itself: no inline script, no other host', async () => {
    const token = await test.app.get(TokenService).createFor('lmc@headroom.example', { name: 'policy' })
    const get = (path: string) => fetch(`${test.url}${path}`, { headers: { accept: 'text/html', authorization: `Bearer ${token}` } })
    const policies = (await get('/graphiql')).headers.get('content-security-policy')?.split('; ') ?? []
    const others = (await get('/')).headers.get('content-security-policy')?.split('; ') ?? []
    expect(policies.filter((policy) => !others.includes(policy))).toEqual([expect.stringMatching(/^style-src 'self' 'nonce-[\w+/=]{24}'$/)])
  })
})

/** How many rows the longest list of an answer has. */
function longestList(value: unknown): number {
  if (Array.isArray(value)) return Math.max(value.length, ...value.map(longestList))
  return value !== null && typeof value === 'object' ? Math.max(0, ...Object.values(value).map(longestList)) : 0
}

describe('the statement on paper', () => {
  it('is exactly one side of A4, and says that it is invented', async () => {
    const visitor = await Visitor.arrive(browser, test)
    await visitor.signInAs('Dr Priya Venmoor')
    await visitor.open('/crowd-out/statement')
    const { pages, text } = await printed(visitor)
    expect(pages).toBe(1)
    expect(text).toMatch(/Quillhaven PCN.*National work asks for.*Requests we received.*What we ask for.*not a claim about causes/)
    expect(text).toContain('Invented: this network does not exist.')
    expect(text).not.toMatch(/Sign out|Publish it|independent software/)
    await visitor.leave()
  })
})

describe('the weight of pages', () => {
  it('is at most 150 KB for the first and 40 KB for every later one', async () => {
    const visitor = await Visitor.arrive(browser, test)
    await visitor.open('/sign-in')
    await visitor.page.waitForLoadState('networkidle')
    const first = visitor.weight
    const later: Record<string, number> = {}
    const weigh = async (name: string, go: () => Promise<unknown>): Promise<void> => {
      visitor.weight = 0
      await go()
      await visitor.page.waitForLoadState('networkidle')
      later[name] = visitor.weight
    }
    await weigh('home of a manager', () => visitor.page.getByRole('button', { name: 'Imogen Harkwell' }).click())
    await weigh('checklist', () => visitor.open('/checklist'))
    await weigh('item', () => visitor.open('/').then(() => visitor.click('link', /24-17/)))
    await weigh('home of a commissioner', () => visitor.signInAs('Verity Addlestrop'))
    await weigh('home of a director', () => visitor.signInAs('Dr Priya Venmoor'))
    await weigh('what-if with two pictures', () => visitor.open('/crowd-out?relax=24-30'))
    const figures = Object.entries({ 'first page': first, ...later }).map(([name, bytes]) => `${name} ${(bytes / 1000).toFixed(1)} KB`)
    process.stdout.write(`Shown: ${figures.join(', ')}\n`)
    expect(first).toBeGreaterThan(10_000)
    expect(first).toBeLessThanOrEqual(150_000)
    expect(Math.max(...Object.values(later))).toBeLessThanOrEqual(40_000)
    await visitor.leave()
  })
})
