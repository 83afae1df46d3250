import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { type Browser } from 'playwright-core'
import { Secret, TOTP } from 'otpauth'
import { givenLink } from '../sign-in/situation.js'
import { startApp, type TestApp, withAccounts } from '../support/app.js'
import { NARROW, startBrowser, statusOf, Visitor } from '../support/browser.js'

let test: TestApp
let browser: Browser
beforeAll(async () => {
  test = await startApp({ mode: 'demonstration', env: withAccounts })
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

describe('somebody who is invited', () => {
  /** The code an app shows that has the key on the page: `steps` half-minutes from now. */
  const codeShown = async ({ page }: Visitor, steps = 0): Promise<{ key: string; code: string }> => {
    const key = (await page.locator('.hr-key').innerText()).replaceAll(' ', '')
    return { key, code: codeOf(key, steps) }
  }
  const codeOf = (key: string, steps: number): string =>
    new TOTP({ secret: Secret.fromBase32(key) }).generate({ timestamp: Date.parse(test.clock.now()) + steps * 30_000 })
  const fill = async ({ page }: Visitor, typed: Record<string, string>): Promise<void> => {
    for (const [label, text] of Object.entries(typed)) await page.getByLabel(label, { exact: true }).fill(text)
  }
  const isFine = async (visitor: Visitor, name: string, isWrong = false): Promise<void> => {
    await visitor.look(name)
    expect([name, await visitor.violations(), await visitor.overflow()]).toEqual([name, [], 0])
    if (isWrong) expect([name, await visitor.page.title()]).toEqual([name, expect.stringMatching(/^Error: /)])
  }

  it('sets up an account on a small phone, signs out and in again, and changes how', async () => {
    const network = await test.given.network()
    const email = 'asha.ferrow@quillhaven.example'
    const secret = await givenLink(test, { email, organisationCode: network.code })
    const visitor = await Visitor.arrive(browser, test, { viewport: NARROW })
    const { page } = visitor
    await visitor.open(`/invitation?secret=${secret}`)
    expect([page.url(), await visitor.heading()]).toEqual([`${test.url}/invitation`, `You are invited to Network ${network.code}`])
    await isFine(visitor, 'invitation')
    const { key, code } = await codeShown(visitor)
    await fill(visitor, { 'A new password': 'Asha Ferrow 2026', Code: code })
    await visitor.click('button', 'Accept and set up')
    expect(await visitor.problems()).toEqual(['Choose a password without your name or email address in it'])
    await isFine(visitor, 'invitation-wrong', true)
    expect((await codeShown(visitor)).key).toBe(key)
    await fill(visitor, { 'A new password': 'lantern gravel otter', Code: code })
    await visitor.click('button', 'Accept and set up')
    expect(await page.locator('.hr-codes li').count()).toBe(10)
    await isFine(visitor, 'recovery-codes')
    await visitor.click('button', 'I have kept them')
    expect(await visitor.heading()).toBe(`Network ${network.code}`)
    await visitor.click('button', 'Sign out')

    await fill(visitor, { 'Email address': email, Password: 'lantern gravel', Code: codeOf(key, 1) })
    await visitor.click('button', 'Sign in')
    expect(await visitor.problems()).toEqual([expect.stringContaining('is not right')])
    await isFine(visitor, 'sign-in-wrong', true)
    await fill(visitor, { Password: 'lantern gravel otter', Code: codeOf(key, 1) })
    await visitor.click('button', 'Sign in')
    expect(await visitor.heading()).toBe('Somebody tried to sign in as you')
    await isFine(visitor, 'sign-in-noticed')
    await visitor.open('/invitation')
    await isFine(visitor, 'invitation-closed')

    await visitor.open('/account/password')
    await fill(visitor, { 'Your password now': 'lantern', 'A new password': 'pebble harbour thistle' })
    await visitor.click('button', 'Change password')
    await isFine(visitor, 'password-wrong', true)
    await fill(visitor, { 'Your password now': 'lantern gravel otter', 'A new password': 'pebble harbour thistle' })
    await visitor.click('button', 'Change password')
    expect(await visitor.text()).toContain('Your password was changed.')
    await isFine(visitor, 'password')
    await visitor.click('link', 'Change your authenticator app')
    await isFine(visitor, 'authenticator')
    await fill(visitor, { 'Your password': 'pebble harbour thistle', Code: (await codeShown(visitor)).code })
    await visitor.click('button', 'Change authenticator')
    expect(await visitor.text()).toContain('Your new authenticator app is set up.')
    await fill(visitor, { 'Your password': 'pebble harbour thistle' })
    await visitor.click('button', 'Make new recovery codes')
    expect(await page.locator('.hr-codes li').count()).toBe(10)
    expect([visitor.foreignRequests(), visitor.complaints]).toEqual([[], []])
    await visitor.leave()
  })
})
