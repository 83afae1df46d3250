import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { type Browser } from 'playwright-core'
import { load } from '../../src/loading.js'
import { startApp, type TestApp } from '../support/app.js'
import { NARROW, startBrowser, Visitor, WIDE } from '../support/browser.js'

let test: TestApp
let browser: Browser
beforeAll(async () => {
  test = await startApp({ mode: 'demonstration' })
  await load(test.app, test.config)
  browser = await startBrowser()
}, 240_000)
afterAll(async () => {
  await browser?.close()
  await test?.close()
})

/** A page, how to get to it, and whether what it says is that something is wrong. */
interface Step {
  readonly name: string
  readonly go: (visitor: Visitor) => Promise<unknown>
  readonly isWrong?: boolean
}

/** Pages in no organisation's name: they say what went wrong, and nothing of anybody. */
const errorPages = ['forbidden', 'what-if-unknown']

const itemOf = (visitor: Visitor): string => new URL(visitor.page.url()).pathname
const press = (name: string | RegExp) => (visitor: Visitor) => visitor.click('button', name)
const open = (address: string) => (visitor: Visitor) => visitor.open(address)

const journeys: readonly (readonly [person: string, steps: readonly Step[]])[] = [
  [
    'nobody',
    [
      { name: 'sign-in', go: open('/sign-in') },
      { name: 'not-found', go: open('/nothing') },
    ],
  ],
  [
    'Imogen Harkwell',
    [
      { name: 'home-manager', go: open('/') },
      { name: 'home-manager-mine', go: open('/?whose=mine') },
      { name: 'checklist', go: open('/checklist') },
      { name: 'checklist-filtered', go: open('/checklist?search=care&status=OVERDUE&status=RETURNED') },
      { name: 'checklist-empty', go: open('/checklist?search=nothing+has+these+words') },
      { name: 'forbidden', go: open('/review') },
      { name: 'item', go: async (visitor) => visitor.open('/').then(() => visitor.click('link', /24-17/)) },
      { name: 'item-wrong', go: press('Record evidence'), isWrong: true },
      { name: 'item-question-wrong', go: press('Ask'), isWrong: true },
      { name: 'declare', go: (visitor) => visitor.open(`${itemOf(visitor).replace('/question', '')}/declare`) },
      { name: 'declare-wrong', go: press('Declare'), isWrong: true },
      { name: 'reuse', go: (visitor) => visitor.open(itemOf(visitor).replace('/declare', '/reuse')) },
      { name: 'reuse-wrong', go: press('Use it'), isWrong: true },
      { name: 'item-returned', go: async (visitor) => visitor.open('/').then(() => visitor.click('link', /24-18/)) },
      {
        name: 'item-withdraw-wrong',
        go: (visitor) =>
          visitor.page
            .getByText('Withdraw it')
            .first()
            .click()
            .then(() => visitor.click('button', 'Withdraw')),
        isWrong: true,
      },
    ],
  ],
  [
    'Dr Priya Venmoor',
    [
      { name: 'home-director', go: open('/') },
      { name: 'what-is-left', go: open('/crowd-out') },
      { name: 'what-if', go: open('/crowd-out?relax=24-30') },
      { name: 'what-if-unknown', go: open('/crowd-out?relax=99-99') },
      { name: 'statement', go: open('/crowd-out/statement') },
    ],
  ],
  [
    'Rashid Coldharbour',
    [
      { name: 'home-practice', go: open('/') },
      { name: 'confirm', go: (visitor) => visitor.page.locator('.hr-item__link').first().click() },
      { name: 'confirm-wrong', go: press('Confirm'), isWrong: true },
    ],
  ],
  [
    'Verity Addlestrop',
    [
      { name: 'home-commissioner', go: open('/') },
      { name: 'requirement', go: open('/requirements/24-17') },
      { name: 'item-as-commissioner', go: (visitor) => visitor.click('link', /Quillhaven/) },
      { name: 'review', go: open('/review') },
      { name: 'review-wrong', go: press('Return'), isWrong: true },
      { name: 'several', go: open('/review/several') },
      { name: 'several-wrong', go: press('Return those ticked'), isWrong: true },
      { name: 'duties', go: open('/checklist') },
    ],
  ],
  ['Ingrid Falconbridge', [{ name: 'home-other', go: open('/') }]],
]

describe.each([
  ['desk', WIDE],
  ['small phone', NARROW],
] as const)('every page at a %s', (_, viewport) => {
  it.each(journeys)('as %s: is open to everybody, fits, and asks nobody else for anything', async (person, steps) => {
    const visitor = await Visitor.arrive(browser, test, { viewport })
    if (person !== 'nobody') await visitor.signInAs(person)
    for (const { name, go, isWrong = false } of steps) {
      await go(visitor)
      await visitor.page.waitForLoadState('load')
      await visitor.look(name)
      const found = {
        violations: await visitor.violations(),
        overflow: await visitor.overflow(),
        isWrong: (await visitor.problems()).length > 0,
      }
      expect([name, found]).toEqual([name, { violations: [], overflow: 0, isWrong }])
      if (isWrong) {
        expect(await visitor.page.title()).toMatch(/^Error: /)
        expect([name, await visitor.focused()]).toEqual([name, expect.stringContaining('nhsuk-error-summary')])
        await leadsToItsField(visitor)
      }
      if (person !== 'nobody' && !errorPages.includes(name)) expect(await visitor.page.locator('.hr-invented').count()).toBe(1)
    }
    expect([visitor.foreignRequests(), visitor.complaints]).toEqual([[], []])
    await visitor.leave()
  })
})

/** Each entry of the error summary leads to something that is there. */
async function leadsToItsField(visitor: Visitor): Promise<void> {
  const links = await visitor.page.locator('.nhsuk-error-summary a').all()
  const targets = await Promise.all(links.map((link) => link.getAttribute('href')))
  const found = await Promise.all(targets.map((href) => visitor.page.locator(`[id="${href?.slice(1)}"]`).count()))
  expect([targets, found]).toEqual([targets, targets.map(() => 1)])
}

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
    const figures = Object.entries({ 'first page': first, ...later }).map(([name, bytes]) => `${name} ${(bytes / 1000).toFixed(1)} KB`)
    process.stdout.write(`Shown: ${figures.join(', ')}\n`)
    expect(first).toBeGreaterThan(10_000)
    expect(first).toBeLessThanOrEqual(150_000)
    expect(Math.max(...Object.values(later))).toBeLessThanOrEqual(40_000)
    await visitor.leave()
  })
})
