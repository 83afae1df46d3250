import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { type Browser } from 'playwright-core'
import { startApp, type TestApp } from '../support/app.js'
import { startBrowser, statusOf, Visitor } from '../support/browser.js'

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

describe('a network manager', () => {
  it('records with the keyboard alone', async () => {
    const network = await test.given.network()
    const checklist = await test.given.checklist(network, { entries: [{ code: 'A-1', title: 'Meet' }] })
    const manager = await test.given.manager(network)
    const visitor = await Visitor.arriveAs(manager, browser, test)
    const { keyboard } = visitor.page
    await visitor.tabTo(/A-1 Meet/)
    await keyboard.press('Enter')
    await visitor.page.waitForURL(/items/)
    await visitor.tabTo('Note')
    await keyboard.type('Met on time')
    await visitor.tabTo(/Today/)
    await keyboard.press('Space')
    await visitor.tabTo('Record evidence')
    await keyboard.press('Enter')
    await visitor.page.waitForURL(/done=recorded/)
    expect(await statusOf(manager, checklist.item('A-1').id)).toBe('EVIDENCED')
    await visitor.leave()
  })

  it('loses nothing that was typed when the session ends meanwhile', async () => {
    const network = await test.given.network()
    const checklist = await test.given.checklist(network, { entries: [{ code: 'A-1', title: 'Meet' }] })
    const manager = await test.given.manager(network)
    const visitor = await Visitor.arriveAs(manager, browser, test)
    await visitor.open(`/items/${checklist.item('A-1').id}`)
    await visitor.page.getByLabel('Note', { exact: true }).fill('Typed for half an hour')
    await visitor.click('radio', /Today/)
    test.clock.day = '2026-11-22'
    try {
      await visitor.click('button', 'Record evidence')
      expect(await visitor.text()).toContain('What you typed is kept')
      await visitor.page.locator(`button[value="${manager.personId}"]`).click()
      expect(await visitor.text()).toContain('What you typed before you were signed out is in the form below')
      expect(await visitor.page.getByLabel('Note', { exact: true }).inputValue()).toBe('Typed for half an hour')
      await visitor.click('button', 'Record evidence')
      expect(await visitor.text()).toContain('Evidence recorded.')
      await visitor.open(`/items/${checklist.item('A-1').id}`)
      expect(await visitor.page.getByLabel('Note', { exact: true }).inputValue()).toBe('')
    } finally {
      test.clock.day = '2026-11-21'
    }
    await visitor.leave()
  })

  it('sees nothing of another network’s', async () => {
    const { item } = await test.given.item({ title: 'Theirs' })
    const visitor = await Visitor.arriveAs(await test.given.manager(await test.given.network()), browser, test)
    for (const address of [
      `/items/${item.id}`,
      `/items/${item.id}/reuse`,
      `/items/${item.id}/declare`,
      `/items/${item.id}/confirm`,
      '/items/nothing',
    ]) {
      await visitor.open(address)
      expect([address, await visitor.heading()]).toEqual([address, 'Page not found'])
    }
    await visitor.open('/review')
    expect(await visitor.heading()).toBe('You cannot see or do this')
    await visitor.leave()
  })

  it('goes from one of their networks to the other', async () => {
    const [one, other] = [await test.given.network(), await test.given.network()]
    const manager = await test.given.manager(one)
    await test.given.membership(manager, 'network-manager', other.code)
    const visitor = await Visitor.arriveAs(manager, browser, test)
    expect(await visitor.heading()).toBe(`Network ${one.code}`)
    await visitor.page.getByText('Switch organisation').click()
    await visitor.click('link', new RegExp(other.code))
    await visitor.open('/')
    expect(await visitor.heading()).toBe(`Network ${other.code}`)
    await visitor.leave()
  })
})
