import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import path from 'node:path'
import { type Browser } from 'playwright-core'
import { DATA_FOLDER } from '../../src/data-folder.js'
import { SpecificationImporter } from '../../src/specification/specification.importer.js'
import { startApp, type TestApp } from '../support/app.js'
import { startBrowser, Visitor } from '../support/browser.js'

let test: TestApp
let browser: Browser
beforeAll(async () => {
  test = await startApp({ mode: 'demonstration' })
  await test.app.get(SpecificationImporter).load(path.join(DATA_FOLDER, 'specifications'))
  browser = await startBrowser()
}, 120_000)
afterAll(async () => {
  await browser?.close()
  await test?.close()
})

describe('somebody who wants to know what the contract asks', () => {
  it('finds a requirement, who reads it how, and what became of it, without scripts', async () => {
    const visitor = await Visitor.arriveAs(await test.given.manager(await test.given.network()), browser, test, { javaScript: false })
    await visitor.click('link', 'The contract')
    expect(await visitor.heading()).toBe('What the contract asks in 2026/27')

    await visitor.click('link', '2022/23')
    await visitor.page.getByLabel('Search', { exact: true }).fill('GP cover')
    await visitor.click('button', 'Show')
    expect(await visitor.text()).toContain('1 entry found for')
    await visitor.click('link', /Have GP cover/)
    const entry = await visitor.text()
    expect(entry).toMatch(/physically present at one practice[\s\S]*NHS England, to the trade press/)
    expect(entry).toMatch(/need not be physically present[\s\S]*BMA GP Committee/)
    expect(entry).toContain('Eight specifications become one with four functions')

    await visitor.click('link', /^23-07/)
    await visitor.click('link', 'What changed in it since the year before')
    expect(await visitor.heading()).toBe('What changed from 2022/23 to 2023/24')
    await visitor.page.getByLabel('To', { exact: true }).selectOption('2024/25')
    await visitor.click('button', 'Compare')
    expect(await visitor.heading()).toBe('What changed from 2022/23 to 2024/25')
    expect(await visitor.text()).toMatch(/Replaced, 28 March 2024: Eight specifications become one[\s\S]*Do a weekly home round/)
    await visitor.leave()
  })

  it('sees where sources disagree, and what nobody was found to say', async () => {
    const visitor = await Visitor.arriveAs(await test.given.manager(await test.given.network()), browser, test)
    await visitor.open('/catalogue/2023-24')
    await visitor.click('link', /^Money, dates, indicators/)
    expect(await visitor.text()).toMatch(/£1\.185 an adjusted patient[\s\S]*£0\.829 an adjusted patient[\s\S]*Sources disagree\./)

    await visitor.open('/catalogue/2020-21')
    await visitor.click('link', /without a source/)
    expect(await visitor.text()).toContain('4 entries found for')
    await visitor.click('link', 'edition 1')
    expect(await visitor.text()).toContain('20-58')
    expect(visitor.complaints).toEqual([])
    await visitor.leave()
  })

  it.each([
    '/catalogue/1999-00',
    '/catalogue/then',
    '/catalogue/2024-25/24-99',
    '/catalogue/compare?from=then',
    '/catalogue/2018-19/about',
  ])('is told that there is no %s', async (address) => {
    const visitor = await Visitor.arriveAs(await test.given.manager(await test.given.network()), browser, test)
    const response = await visitor.page.goto(`${test.url}${address}`)
    expect(response?.status()).toBe(404)
    await visitor.leave()
  })
})
