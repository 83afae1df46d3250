import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { type Browser } from 'playwright-core'
import { startApp, type TestApp } from '../support/app.js'
import { everyKind, startBrowser, Visitor } from '../support/browser.js'
import { type Client } from '../support/client.js'
import { type NetworkGiven } from '../support/given.js'
import { givenLmc, givenRequest } from '../support/requests.js'

let test: TestApp
let browser: Browser
beforeAll(async () => {
  test = await startApp({ mode: 'demonstration' })
  await test.given.specification([{ code: 'REQ-1' }])
  browser = await startBrowser()
})
afterAll(async () => {
  await browser?.close()
  await test?.close()
})

describe.each(everyKind)('what a network is asked, %s', (_, options) => {
  let one: NetworkGiven
  let two: NetworkGiven
  let lmcCode: string
  let manager: Client
  let lmc: Client
  beforeEach(async () => {
    one = await test.given.network()
    two = await test.given.network({ boardCode: one.boardCode })
    lmcCode = await givenLmc(test, [one, two])
    manager = await test.given.manager(one)
    lmc = await test.given.person('lmc', lmcCode)
  })

  it('is recorded, answered with words that are kept, and changed', async () => {
    const visitor = await Visitor.arriveAs(manager, browser, test, options)
    const { page } = visitor
    await visitor.open('/requests')
    await visitor.click('link', 'Record a request')
    await page.getByLabel('What is it called?').fill('A winter plan')
    await page.getByLabel('Clinical director', { exact: false }).first().fill('a few')
    await visitor.click('button', 'Record request')
    expect(await visitor.problems()).toEqual([
      ...['Enter who asks', 'Choose what kind of body asks', 'Enter what is asked', 'Choose what kind of work it is'],
      'Hours for clinical director must be numbers, such as 4 or 2.5',
    ])
    expect(await page.getByLabel('What is it called?').inputValue()).toBe('A winter plan')
    await page.getByLabel('Who asks?').fill('The ICB')
    await visitor.click('radio', 'The integrated care board (ICB)')
    await page.getByLabel('What is asked?').fill('Ten pages on winter.')
    await visitor.fillDay('By when?', '30', '11', '2026')
    await visitor.click('radio', 'Report something')
    await page.locator('#likely-CLINICAL_DIRECTOR').fill('2.5')
    await page.locator('#likely-NETWORK_MANAGER').fill('?')
    await visitor.click('radio', 'We looked and found no clause')
    await visitor.click('button', 'Record request')
    expect(await visitor.heading()).toBe('A winter plan')
    for (const words of [
      'Request recorded.',
      'Clinical director: 2 hours 30 minutes',
      'Network manager: nobody knows how much',
      'No clause found',
    ]) {
      expect(await visitor.text()).toContain(words)
    }

    await visitor.click('link', 'Replies to use again')
    await page.getByLabel('A name to find it by').fill('No clause')
    await page.getByLabel('The words').fill('Please name the clause.')
    await visitor.click('button', 'Keep it')
    await visitor.open('/requests')
    expect(await visitor.text()).toContain('1 to answer')
    await visitor.click('link', /A winter plan/)
    await visitor.click('radio', 'Offer something else')
    await visitor.click('button', 'Save answer')
    expect(await visitor.problems()).toEqual(['Say what you offer instead', 'Say why'])
    await page.getByLabel('What do you offer instead?').fill('A call in December.')
    await page.getByLabel('Why?').fill('Nobody has the time.')
    await page.getByLabel('A reply you keep').selectOption({ label: 'No clause' })
    await visitor.click('button', 'Save answer')
    for (const words of ['Being negotiated', 'Instead: A call in December.', 'Nobody has the time.', 'Please name the clause.']) {
      expect(await visitor.text()).toContain(words)
    }
    await visitor.open('/requests')
    expect(await visitor.text()).toContain('Nothing to answer')
    expect([visitor.foreignRequests(), visitor.complaints]).toEqual([[], []])
    await visitor.leave()
  })

  it('is sifted once for all by the LMC, and one network goes for the other', async () => {
    const reader = await Visitor.arriveAs(lmc, browser, test, options)
    await reader.click('link', 'Record a request')
    await reader.page.getByLabel('Who asks?').fill('The ICB')
    await reader.click('radio', 'The integrated care board (ICB)')
    await reader.page.getByLabel('What is it called?').fill('A weekly call')
    await reader.page.getByLabel('What is asked?').fill('An hour every Thursday.')
    await reader.click('radio', 'Meet or agree something')
    await reader.page.locator('#likely-CLINICAL_DIRECTOR').fill('17')
    await reader.click('button', 'Record request')
    expect(await reader.problems()).toEqual(['Choose which networks were asked'])
    for (const { code } of [one, two]) await reader.click('checkbox', new RegExp(code))
    await reader.click('button', 'Record request')
    await reader.page.getByLabel('The reading', { exact: true }).fill('Nothing asks for a call.')
    await reader.click('radio', 'No clause found')
    await reader.page.getByLabel('Where it was published').fill('lmc.example')
    await reader.click('button', 'Attach reading')
    expect(await reader.problems()).toEqual(['Enter an address that starts with https://'])
    await reader.page.getByLabel('Where it was published').fill('https://lmc.example/call')
    await reader.fillDay('When it was published', '20', '11', '2026')
    await reader.click('button', 'Attach reading')
    expect(await reader.text()).toContain('Reading attached. Every network that was asked sees it.')
    await reader.click('radio', 'Decline')
    await reader.page.getByLabel('Why?').fill('No clause.')
    await reader.click('button', 'Recommend')
    expect(await reader.text()).toContain('recommends: decline')

    const other = await Visitor.arriveAs(await test.given.director(two), browser, test, options)
    await other.open('/requests')
    expect(await other.text()).toContain('No clause found, by the LMC')
    await other.click('link', /A weekly call/)
    expect(await other.text()).toContain('published 20 November 2026')
    await other.click('radio', 'Accept')
    await other.click('button', 'Save answer')
    await other.page.getByLabel('What the others should know').fill('Dr Two goes.')
    await other.click('button', 'Offer to go for the others')
    const visitor = await Visitor.arriveAs(manager, browser, test, options)
    await visitor.open('/requests')
    await visitor.click('link', /A weekly call/)
    await visitor.click('button', 'Have them go for us')
    expect(await visitor.problems()).toEqual(['Choose which network goes for you'])
    await visitor.click('radio', new RegExp(two.code))
    await visitor.click('button', 'Have them go for us')
    expect(await visitor.text()).toContain('goes for you. That saves you 17 hours.')
    await other.page.reload()
    expect(await other.text()).toContain('Together that saves them 17 hours')
    await reader.open('/')
    expect(await reader.text()).toContain('No request of several networks to sift')
    for (const seen of [reader, visitor, other]) expect([seen.foreignRequests(), seen.complaints]).toEqual([[], []])
    for (const seen of [reader, visitor, other]) await seen.leave()
  })
})

describe('what a network is asked', () => {
  it('is nobody’s but its own, its LMC’s and those who were asked too', async () => {
    const network = await test.given.network()
    const requestId = await givenRequest(await test.given.manager(network), [network])
    const elsewhere = await test.given.network()
    const people: readonly (readonly [Client, string, string])[] = [
      [await test.given.manager(elsewhere), 'Requests', 'Page not found'],
      [await test.given.person('lmc', await givenLmc(test, [elsewhere])), 'Requests', 'Page not found'],
      [await test.given.commissioner(network), 'You cannot see or do this', 'Page not found'],
      [await test.given.person('national-viewer', 'ENGLAND'), 'You cannot see or do this', 'Page not found'],
    ]
    for (const [person, list, one] of people) {
      const visitor = await Visitor.arriveAs(person, browser, test)
      await visitor.open('/requests')
      expect(await visitor.heading()).toBe(list)
      expect(await visitor.text()).not.toContain('Send us a plan')
      await visitor.open(`/requests/${requestId}`)
      expect(await visitor.heading()).toBe(one)
      await visitor.leave()
    }
  })

  it('is read by practice staff, who answer nothing', async () => {
    const network = await test.given.network()
    await givenRequest(await test.given.manager(network), [network])
    const visitor = await Visitor.arriveAs(await test.given.person('practice-member', network.practiceCodes[0] ?? ''), browser, test)
    await visitor.open('/requests')
    await visitor.click('link', /Send us a plan/)
    expect(await visitor.page.getByRole('button', { name: 'Save answer' }).count()).toBe(0)
    await visitor.leave()
  })

  it('is opened to an LMC by whoever runs the service, from a day on', async () => {
    const network = await test.given.network()
    await givenRequest(await test.given.manager(network), [network])
    const lmc = await Visitor.arriveAs(await test.given.person('lmc', 'LX90'), browser, test)
    expect(await lmc.text()).toContain('Whoever runs this service says which networks a local medical committee covers.')
    const operator = await Visitor.arriveAs(await test.given.person('operator', 'ENGLAND'), browser, test)
    await operator.page.getByText('Say which networks an LMC covers').click()
    await operator.page.getByLabel('Its code').fill('lx90')
    await operator.page.getByLabel('What it is called').fill('Merrowshire LMC')
    await operator.page.getByLabel('Networks it covers').fill('UX9999')
    await operator.click('button', 'Save')
    expect(await operator.problems()).toEqual(['There is no network UX9999. Nothing was changed'])
    await operator.page.getByLabel('Networks it covers').fill(network.code)
    await operator.click('button', 'Save')
    expect(await operator.text()).toContain('Saved which networks it covers.')
    await lmc.open('/')
    expect(await lmc.heading()).toBe('Merrowshire LMC')
    expect(await lmc.text()).toContain('Send us a plan')
    for (const visitor of [lmc, operator]) await visitor.leave()
  })
})
