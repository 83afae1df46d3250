import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { type Browser } from 'playwright-core'
import { load } from '../../src/loading.js'
import { startApp, type TestApp } from '../support/app.js'
import { NARROW, startBrowser, Visitor, WIDE } from '../support/browser.js'
import { commissioner } from './steps/commissioner.js'
import { director } from './steps/director.js'
import { manager } from './steps/manager.js'
import { nobody } from './steps/nobody.js'
import { others } from './steps/others.js'
import { practice } from './steps/practice.js'
import { type Walk } from './steps/step.js'

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

const walks: readonly Walk[] = [nobody, manager, director, practice, commissioner, others]

describe.each([
  ['desk', WIDE],
  ['small phone', NARROW],
] as const)('every page at a %s', (_, viewport) => {
  it.each(walks)('as %s: is open to everybody, fits, and asks nobody else for anything', async (person, steps) => {
    const visitor = await Visitor.arrive(browser, test, { viewport })
    if (person !== 'nobody') await visitor.signInAs(person)
    for (const { name, go, isWrong = false, isNobodys = false } of steps) {
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
      if (person !== 'nobody' && !isNobodys) expect(await visitor.page.locator('.hr-invented').count()).toBe(1)
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
