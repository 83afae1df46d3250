import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { type Browser } from 'playwright-core'
import { workedExample } from '../crowd-out/situation.js'
import { startApp, type TestApp } from '../support/app.js'
import { everyKind, startBrowser, Visitor } from '../support/browser.js'
import { type Client } from '../support/client.js'
import { type NetworkGiven } from '../support/given.js'
import { printed } from '../support/printed.js'
import { givenLmc, givenRequest } from '../support/requests.js'

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

const LONG = 'A plan about plans with a name that goes on, as such names do when nobody has the time to make them any shorter than they are'

/** As much of everything as the API takes, and words as long. */
async function crowded(manager: Client, network: NetworkGiven): Promise<void> {
  const groups = ['CLINICAL_DIRECTOR', 'NETWORK_MANAGER', 'PRACTICE_MANAGER', 'CLINICIAN', 'ADMINISTRATOR']
  const year = { networkCode: network.code, contractYear: '2026/27' }
  const basis = `${LONG}. ${LONG}.`
  for (const staffGroup of groups) {
    const input = { ...year, staffGroup, minutesByMonth: Array.from({ length: 12 }, () => 9_999), basis }
    await manager.mutate('mutation ($input: SetCapacityInput!) { setCapacity(input: $input) { __typename } }', input)
  }
  for (let number = 0; number < 12; number += 1) {
    const minutes = groups.map((staffGroup) => ({ staffGroup, minutes: { central: 9_999 } }))
    const requestId = await givenRequest(manager, [network], {
      ...{
        title: `${number} ${LONG}`,
        askedBy: LONG,
        minutes,
        dueOn: '2026-12-24',
        clause: { clause: 'FOUND', paragraph: 'Annex A, paragraph 10.4.17(b)(iii)' },
      },
    })
    const answer = { requestId, networkCode: network.code, choice: 'DECLINE', reason: `${LONG}. ${LONG}.` }
    await manager.mutate('mutation ($input: AnswerRequestInput!) { answerRequest(input: $input) { __typename } }', answer)
    await test.given.priority(manager, network, { title: `${number} ${LONG}`, minutes: [{ staffGroup: 'CLINICIAN', central: 9_999 }] })
  }
}

describe('the statement on paper', () => {
  it('is one side however much there is, counts what it leaves out, and has an annex with all of it', async () => {
    const { network, manager } = await workedExample(test)
    await crowded(manager, network)
    const visitor = await Visitor.arriveAs(manager, browser, test)
    await visitor.open('/crowd-out/statement')
    const asks = Array.from({ length: 8 }, (_, index) => `${index + 1}. ${LONG} ${LONG} ${LONG}`.slice(0, 299))
    await visitor.page.getByLabel('What do you ask for?').fill(asks.join('\n'))
    await visitor.click('button', 'Publish as it is today')
    await visitor.page
      .getByRole('link', { name: /^As of/ })
      .first()
      .click()
    const { pages, text } = await printed(visitor)
    expect(pages).toBe(1)
    const left = Number(/and (\d+) more requests in the annex/.exec(text)?.[1])
    expect(left).toBeGreaterThan(0)
    expect([...text.matchAll(/R-\d+ \d+ A plan/g)]).toHaveLength(12 - left)
    expect(text).toMatch(/and \d+ more priorities in the annex/)
    expect(text).toMatch(/and \d+ more points? in the annex/)
    expect(text).toContain('12 requests in all: 12 declined;')
    await visitor.click('link', /^The annex/)
    const annex = await printed(visitor)
    expect(annex.pages).toBeGreaterThan(1)
    expect(annex.text).toContain(`R-1 0 ${LONG}`)
    expect(annex.text).toContain(`R-12 11 ${LONG}`)
    await visitor.leave()
  })
})

describe.each(everyKind)('a clinical director %s', (_, options) => {
  it('publishes the statement to those she names, who read it and nothing else, and withdraws it', async () => {
    const { network, director } = await workedExample(test)
    const lmc = await test.given.person('lmc', await givenLmc(test, [network]))
    const visitor = await Visitor.arriveAs(director, browser, test, options)
    await visitor.open('/crowd-out/statement')
    for (const box of await visitor.page.locator('input[name=readers]').all()) await box.uncheck()
    await visitor.page.getByLabel('What do you ask for?').fill('Agree one date for all returns.')
    await visitor.click('button', 'Publish as it is today')
    expect(await visitor.problems()).toEqual(['Choose who is to read it'])
    expect(await visitor.page.getByLabel('What do you ask for?').inputValue()).toBe('Agree one date for all returns.')
    await visitor.click('checkbox', /^Committee/)
    await visitor.click('button', 'Publish as it is today')
    expect(await visitor.text()).toContain('Published. Those you named can read it from now on')

    const reader = await Visitor.arriveAs(lmc, browser, test, options)
    await reader.click('link', new RegExp(network.code))
    expect(await reader.text()).toContain('Agree one date for all returns.')
    const address = new URL(reader.page.url()).pathname
    for (const page of ['/crowd-out', '/crowd-out/statement', '/checklist', '/priorities']) {
      await reader.open(page)
      expect([page, await reader.text()]).toEqual([page, expect.not.stringContaining('Hypertension')])
    }
    const commissioner = await Visitor.arriveAs(await test.given.commissioner(network), browser, test, options)
    await commissioner.open('/statements')
    expect(await commissioner.text()).toContain('No network has published a statement to you yet.')
    await commissioner.open(address)
    expect(await commissioner.heading()).toBe('Page not found')

    await visitor.page.locator('summary', { hasText: 'Withdraw it' }).click()
    await visitor.click('button', 'Withdraw')
    expect(await visitor.problems()).toEqual(['Say why it no longer stands'])
    await visitor.page.getByLabel('Why does it no longer stand?').fill('A slip in the capacity.')
    await visitor.click('button', 'Withdraw')
    expect(await visitor.text()).toContain('Withdrawn. Only your own network still sees it')
    await reader.open(address)
    expect(await reader.heading()).toBe('Page not found')
    expect([visitor.complaints, reader.complaints, reader.foreignRequests()]).toEqual([[], [], []])
    for (const one of [visitor, reader, commissioner]) await one.leave()
  })
})
