import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { type Browser } from 'playwright-core'
import { assignItem } from '../checklist/operations.js'
import { startApp, type TestApp } from '../support/app.js'
import { everyKind, startBrowser, Visitor } from '../support/browser.js'
import { type Client } from '../support/client.js'
import { type ItemGiven, type NetworkGiven } from '../support/given.js'

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

describe.each(everyKind)('people of a network, %s', (_, options) => {
  let network: NetworkGiven
  let item: ItemGiven
  let manager: Client
  let director: Client
  beforeEach(async () => {
    network = await test.given.network()
    item = (await test.given.item({ code: 'REQ-1' }, { network })).item
    manager = await test.given.manager(network)
    director = await test.given.director(network)
  })

  it('are invited by a link that is shown once, and sent away at once; who follows takes over what they had', async () => {
    await manager.mutate(assignItem, { itemId: item.id, personId: director.personId, note: 'Half done' })
    const leaver = await Visitor.arriveAs(director, browser, test, options)
    const visitor = await Visitor.arriveAs(manager, browser, test, options)
    const { page } = visitor
    await visitor.click('link', 'People')
    await visitor.click('button', 'Invite somebody')
    await page.getByLabel('Their name').fill('Ada Newcombe')
    await page.getByLabel('Their email address').fill('ada')
    await visitor.click('button', 'Make the link')
    expect(await visitor.problems()).toEqual(['Enter an email address, such as name@nhs.net', 'Choose what they will be'])
    expect(await page.getByLabel('Their name').inputValue()).toBe('Ada Newcombe')
    await page.getByLabel('Their email address').fill('ada@example.org')
    await visitor.click('radio', /^Practice staff/)
    await visitor.click('button', 'Make the link')
    expect(await visitor.heading()).toBe('Pass this link on to Ada Newcombe')
    expect(await page.locator('#link').innerText()).toMatch(new RegExp(`^${test.url}/invitation\\?secret=[\\w-]{43}$`))
    await visitor.click('link', 'Back to people')
    expect(await visitor.text()).toContain('ada@example.org')
    await visitor.click('button', /^Withdraw/)
    expect(await visitor.text()).not.toContain('ada@example.org')

    await visitor.click('link', /^Change or end.*Clinical director/)
    await visitor.click('button', 'End it at once')
    await visitor.click('button', 'End it at once')
    expect(await visitor.text()).toContain('what they recorded stays')
    await leaver.open('/checklist')
    expect(leaver.page.url()).toContain('/sign-in')

    await visitor.open(`/items/${item.id}`)
    expect(await visitor.text()).toContain(', who left')
    await visitor.click('link', 'People')
    await visitor.click('link', 'Hand-over page')
    expect(await visitor.text()).toContain('who has left, looks after 1 item')
    await visitor.click('button', 'Hand all of them over')
    expect(await visitor.problems()).toEqual(['Choose who takes these items over'])
    await page.getByLabel('Who takes them over?').selectOption({ index: 1 })
    await visitor.click('button', 'Hand all of them over')
    expect(await visitor.text()).toContain('1 item handed over.')
    expect(await visitor.text()).toContain('Nobody who has left, or leaves soon, looks after anything.')

    await visitor.click('link', 'People')
    await visitor.click('link', /^Change or end.*Network manager/)
    await visitor.click('button', 'End it at once')
    await visitor.click('button', 'End it at once')
    expect(await visitor.problems()).toEqual([expect.stringMatching(/nobody would administer this organisation/)])
    await Promise.all([visitor.leave(), leaver.leave()])
  })

  it('who are several things can act as one of them', async () => {
    await test.given.membership(director, 'practice-member', network.practiceCodes[0] ?? '')
    const visitor = await Visitor.arriveAs(director, browser, test, options)
    await visitor.page.getByText('Switch organisation').click()
    await visitor.click('link', 'Act as one of these only')
    await visitor.click('radio', /^Practice staff/)
    await visitor.click('button', 'Act as this')
    expect(await visitor.page.locator('.hr-header__person').innerText()).toContain('Acting as this only')
    await visitor.open('/people')
    expect(await visitor.text()).toContain('those who run it say')
    await visitor.open('/acting')
    await visitor.click('radio', 'Everything you are')
    await visitor.click('button', 'Act as this')
    await visitor.click('link', 'People')
    expect(await visitor.heading()).toBe('People')
    await visitor.leave()
  })
})
