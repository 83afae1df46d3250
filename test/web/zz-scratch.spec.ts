import { afterAll, beforeAll, it } from '@jest/globals'
import { type Browser } from 'playwright-core'
import { load } from '../../src/loading.js'
import { startApp, type TestApp } from '../support/app.js'
import { NARROW, startBrowser, Visitor } from '../support/browser.js'

let test: TestApp
let browser: Browser
beforeAll(async () => {
  console.time('start')
  test = await startApp({ mode: 'demonstration' })
  console.timeEnd('start')
  console.time('load')
  console.log(await load(test.app, test.config))
  console.timeEnd('load')
  browser = await startBrowser()
}, 120_000)
afterAll(async () => {
  await browser?.close()
  await test?.close()
})
it('looks', async () => {
  for (const viewport of [undefined, NARROW]) {
    const visitor = await Visitor.arrive(browser, test, { viewport })
    const see = async (name: string) => {
      console.log(name, await visitor.heading(), visitor.page.url().slice(22), await visitor.overflow(), await visitor.violations(), await visitor.problems())
      await visitor.look(name)
    }
    await visitor.signInAs('Imogen')
    await see('home')
    await visitor.page.getByRole('link', { name: /24-17/ }).first().click()
    await see('item')
    const item = visitor.page.url().replace(test.url, '').split('?')[0]
    await visitor.open(item + '/declare')
    await see('declare')
    await visitor.page.getByRole('button', { name: 'Declare' }).click()
    await see('declare-error')
    await visitor.open(item + '/reuse')
    await see('reuse')
    await visitor.page.getByRole('button', { name: 'Use it' }).click()
    await see('reuse-error')
    await visitor.signInAs('Rashid')
    await see('practice')
    await visitor.page.locator('.hr-item__link').first().click()
    await see('confirm')
    await visitor.page.getByRole('button', { name: 'Confirm' }).click()
    await see('confirm-error')
    await visitor.signInAs('Verity')
    await see('commissioner')
    await visitor.open('/review')
    await see('review')
    await visitor.page.getByRole('button', { name: 'Return' }).click()
    await see('review-error')
    await visitor.open('/review/several')
    await see('several')
    await visitor.open('/requirements/24-17')
    await see('requirement')
    await visitor.open('/checklist')
    await see('duties')
    await visitor.open('/nothing')
    await see('not-found')
    await visitor.leave()
  }
}, 400_000)
