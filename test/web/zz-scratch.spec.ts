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
    await visitor.signInAs('Imogen')
    const see = async (name: string) => {
      console.log(name, await visitor.heading(), visitor.page.url().slice(22), await visitor.overflow(), await visitor.violations())
      await visitor.look(name)
    }
    await visitor.open('/checklist')
    await see('checklist')
    await visitor.open('/')
    await visitor.page.getByRole('link', { name: /24-17/ }).first().click()
    await see('item')
    await visitor.page.getByRole('button', { name: 'Record evidence' }).click()
    await see('item-error')
    await visitor.page.getByLabel('Note', { exact: true }).fill('Rounds of July to September')
    await visitor.page.getByLabel(/Today/).check()
    await visitor.page.getByRole('button', { name: 'Record evidence' }).click()
    await see('item-recorded')
    await visitor.leave()
  }
}, 60_000)
