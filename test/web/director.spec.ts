import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { type Browser } from 'playwright-core'
import { load } from '../../src/loading.js'
import { startApp, type TestApp } from '../support/app.js'
import { everyKind, startBrowser, Visitor } from '../support/browser.js'

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

describe.each(everyKind)('a clinical director %s', (_, options) => {
  it('sees what is left, tries what relaxing two returns would give back, and takes the statement along', async () => {
    const visitor = await Visitor.arrive(browser, test, options)
    await visitor.signInAs('Dr Priya Venmoor')
    await visitor.click('link', 'What is left')
    const sentence = visitor.page.locator('.nhsuk-lede-text')
    const asItIs = await sentence.innerText()
    expect(asItIs).toMatch(/^National work asks for \d+ of your \d+ hours\./)
    await visitor.page.getByLabel(/24-30/).check()
    await visitor.page.getByLabel(/24-31/).check()
    await visitor.click('button', 'What if these were relaxed?')
    expect(await visitor.page.getByRole('status').innerText()).toMatch(/With 24-30, 24-31 relaxed: .* come back to your own priorities/)
    expect(await sentence.innerText()).not.toBe(asItIs)
    await visitor.click('link', 'Back to the plan as it is')
    expect(await sentence.innerText()).toBe(asItIs)
    await visitor.click('link', 'The statement to take into a meeting')
    expect(await visitor.page.locator('.hr-statement').innerText()).toContain('This is arithmetic about a plan')
    await visitor.leave()
  })
})

describe('a network’s time', () => {
  it.each(['Verity Addlestrop', 'Ingrid Falconbridge'])('is not shown to %s', async (person) => {
    const visitor = await Visitor.arrive(browser, test)
    await visitor.signInAs(person)
    for (const address of ['/crowd-out', '/crowd-out/statement']) {
      await visitor.open(address)
      expect(await visitor.page.getByRole('heading', { level: 1 }).innerText()).not.toMatch(/What is left|Statement/)
    }
    await visitor.leave()
  })
})
