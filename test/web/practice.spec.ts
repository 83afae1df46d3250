import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { type Browser } from 'playwright-core'
import { startApp, type TestApp } from '../support/app.js'
import { everyKind, startBrowser, statusOf, Visitor } from '../support/browser.js'

let test: TestApp
let browser: Browser
beforeAll(async () => {
  test = await startApp({ mode: 'demonstration' })
  browser = await startBrowser()
})
afterAll(async () => {
  await browser?.close()
  await test?.close()
})

describe.each(everyKind)('a practice %s', (_, options) => {
  it('confirms its part in three clicks from home', async () => {
    const network = await test.given.network()
    const checklist = await test.given.checklist(network, {
      entries: [
        { code: 'P-1', title: 'Code', perPractice: true },
        { code: 'P-2', title: 'Train', perPractice: true },
      ],
    })
    const member = await test.given.person('practice-member', network.practiceCodes[0] ?? '')
    const visitor = await Visitor.arriveAs(member, browser, test, options)
    expect(await visitor.text()).toContain('2 to confirm')
    await visitor.click('link', /P-1 Code/)
    await visitor.click('button', 'Confirm')
    expect(await visitor.problems()).toEqual(['Say on which day it was so'])
    visitor.clicks -= 1
    await visitor.click('radio', /Today/)
    await visitor.click('button', 'Confirm')
    expect(visitor.clicks).toBe(3)
    expect(await visitor.text()).toContain('Confirmation recorded.')
    expect(await visitor.text()).toContain('1 of 3 practices have shown it')
    await visitor.open('/')
    expect(await visitor.text()).toContain('1 to confirm')
    expect(await statusOf(member, checklist.item('P-1').id)).toBe('OPEN')
    await visitor.leave()
  })
})
