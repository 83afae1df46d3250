import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { type Browser } from 'playwright-core'
import { startApp, type TestApp } from '../support/app.js'
import { everyKind, startBrowser, Visitor } from '../support/browser.js'
import { type NetworkGiven } from '../support/given.js'

let test: TestApp
let browser: Browser
let network: NetworkGiven
beforeAll(async () => {
  test = await startApp({ mode: 'demonstration' })
  browser = await startBrowser()
})
afterAll(async () => {
  await browser?.close()
  await test?.close()
})
beforeEach(async () => {
  network = await test.given.network()
  await test.given.checklist(network, { entries: [{ code: 'A-1', title: 'Tackle inequalities' }] })
})

/** Titles in the order the page shows them. */
const order = (visitor: Visitor): Promise<string[]> => visitor.page.locator('.hr-ranked h2').allInnerTexts()

describe.each(everyKind)('a clinical director %s', (_, options) => {
  it('adds a priority, says what it takes, marks a milestone, puts it first and ends it', async () => {
    const director = await test.given.director(network)
    await test.given.priority(director, network, { title: 'Warm homes' })
    const visitor = await Visitor.arriveAs(director, browser, test, options)
    await visitor.click('link', 'Priorities')
    await visitor.click('button', 'Add a priority')
    await visitor.page.getByLabel('What patients need').fill('They wait too long.')
    await visitor.page.getByLabel('Most likely hours: Clinical director').fill('forty')
    await visitor.click('button', 'Add another requirement')
    await visitor.click('button', 'Save the priority')
    expect(await visitor.problems()).toEqual([
      'Enter what you want to do',
      'Clinical director must be hours, such as 40, 1.5 or 1:30, not “forty”',
    ])
    if (options.javaScript) expect(await visitor.focused()).toContain('nhsuk-error-summary')
    expect(await visitor.page.getByLabel('What patients need').inputValue()).toBe('They wait too long.')
    await visitor.page.getByLabel('What do you want to do?').fill('Blood pressure')
    await visitor.page.getByLabel('Most likely hours: Clinical director').fill('40')
    await visitor.page.locator('#milestones-0-title').fill('First clinic')
    await visitor.fillDay('By which day', '31', '5', '2027')
    await visitor.page.locator('#serves-0-requirementCode').selectOption('A-1')
    await visitor.page.locator('#serves-0-hours').fill('50')
    await visitor.click('button', 'Save the priority')
    expect(await visitor.problems()).toEqual([
      '31 May 2027 is outside the window of the priority: it must be from 1 April 2026 to 31 March 2027',
    ])
    await visitor.fillDay('By which day', '15', '11', '2026')
    await visitor.click('button', 'Save the priority')
    expect(await visitor.problems()).toEqual([
      '50 hours of clinical director for A-1 cannot be given: the priority takes 40 hours, the requirement 2 hours',
    ])
    await visitor.page.locator('#serves-0-hours').fill('1')
    await visitor.click('button', 'Save the priority')
    expect(await visitor.text()).toContain('Priority added. It is last in the order until you move it.')
    expect(await visitor.text()).toContain('A-1 Tackle inequalities: 1 hour of clinical director')

    expect(await visitor.text()).toMatch(/6 days past its day/i)
    await visitor.page.getByText('Mark as done').first().click()
    await visitor.fillDay('On which day was it done?', '22', '11', '2026')
    await visitor.click('button', /^Mark as done/)
    expect(await visitor.problems()).toEqual(['The day must be 21 November 2026 or earlier'])
    await visitor.fillDay('On which day was it done?', '13', '11', '2026')
    await visitor.click('button', /^Mark as done/)
    expect(await visitor.text()).toContain('Done on 13 November 2026, 2 days early.')

    await visitor.click('link', 'Our own priorities')
    expect(await order(visitor)).toEqual(['Warm homes', 'Blood pressure'])
    await visitor.click('button', /^Move up\s*: Blood pressure/)
    expect(await order(visitor)).toEqual(['Blood pressure', 'Warm homes'])
    expect(await visitor.page.getByRole('status').innerText()).toBe('Blood pressure is now 1 of 2.')

    await visitor.click('link', 'Blood pressure')
    await visitor.page.getByText('Its place over time').click()
    expect(await visitor.text()).toContain('1 of 2: Person')
    await visitor.page.getByText('End this priority').click()
    await visitor.click('radio', 'Stopped')
    await visitor.click('button', 'End it')
    expect(await visitor.problems()).toEqual(['Say why it ends now'])
    await visitor.page.getByLabel('Why does it end now?').fill('The nurse left.')
    await visitor.click('button', 'End it')
    expect(await visitor.text()).toContain('The nurse left.')
    expect([visitor.foreignRequests(), visitor.complaints]).toEqual([[], []])
    await visitor.leave()
  })
})

describe('the order of priorities', () => {
  it('is changed by dragging, and says so', async () => {
    const director = await test.given.director(network)
    for (const title of ['One', 'Two', 'Three']) await test.given.priority(director, network, { title })
    const visitor = await Visitor.arriveAs(director, browser, test)
    await visitor.open('/priorities')
    const { mouse } = visitor.page
    await visitor.page.locator('.hr-ranked').scrollIntoViewIfNeeded()
    const handle = await visitor.page.locator('[data-handle]').last().boundingBox()
    const first = await visitor.page.locator('.hr-ranked__item').first().boundingBox()
    if (!handle || !first) throw new Error('There is nothing to drag')
    await mouse.move(handle.x + 10, handle.y + 10)
    await mouse.down()
    await mouse.move(first.x + 10, first.y + 5, { steps: 8 })
    expect(await visitor.page.getByRole('status').innerText()).toBe('Three is at place 1 of 3.')
    await mouse.up()
    await visitor.page.waitForURL(/moved=/)
    expect(await order(visitor)).toEqual(['Three', 'One', 'Two'])
    await visitor.leave()
  })

  it('is changed with the keyboard, staying on the button', async () => {
    const director = await test.given.director(network)
    for (const title of ['One', 'Two', 'Three']) await test.given.priority(director, network, { title })
    const visitor = await Visitor.arriveAs(director, browser, test)
    await visitor.open('/priorities')
    await visitor.tabTo(/^Move up\s*: Three/)
    await visitor.page.keyboard.press('Enter')
    await visitor.page.waitForURL(/moved=/)
    expect(await order(visitor)).toEqual(['One', 'Three', 'Two'])
    await Promise.all([visitor.page.waitForEvent('framenavigated'), visitor.page.keyboard.press('Enter')])
    await visitor.page.waitForLoadState('load')
    expect(await order(visitor)).toEqual(['Three', 'One', 'Two'])
    await visitor.leave()
  })

  it('is not overwritten when it was changed meanwhile', async () => {
    const director = await test.given.director(network)
    for (const title of ['One', 'Two']) await test.given.priority(director, network, { title })
    const visitor = await Visitor.arriveAs(director, browser, test)
    await visitor.open('/priorities')
    await test.given.priority(director, network, { title: 'Three' })
    await visitor.click('button', /^Move up\s*: Two/)
    await visitor.page.waitForURL(/rank/)
    expect((await visitor.problems()).join()).toMatch(/have changed since this page was opened/)
    expect(await order(visitor)).toEqual(['One', 'Two', 'Three'])
    await visitor.leave()
  })
})

describe('what was typed of a priority', () => {
  it('is kept when the session ends meanwhile', async () => {
    const manager = await test.given.manager(network)
    const visitor = await Visitor.arriveAs(manager, browser, test)
    await visitor.open('/priorities/new')
    await visitor.page.getByLabel('What do you want to do?').fill('Typed for half an hour')
    await visitor.page.locator('#milestones-0-title').fill('First clinic')
    test.clock.day = '2026-11-22'
    try {
      await visitor.click('button', 'Save the priority')
      await visitor.page.locator(`button[value="${manager.personId}"]`).click()
      expect(await visitor.text()).toContain('What you typed before you were signed out is in the form below')
      expect(await visitor.page.getByLabel('What do you want to do?').inputValue()).toBe('Typed for half an hour')
      expect(await visitor.page.locator('#milestones-0-title').inputValue()).toBe('First clinic')
    } finally {
      test.clock.day = '2026-11-21'
    }
    await visitor.leave()
  })
})

describe.each(everyKind)('a practice member %s', (_, options) => {
  it('says whether the practice stands behind a priority, and changes nothing else', async () => {
    const director = await test.given.director(network)
    const id = await test.given.priority(director, network, { title: 'Warm homes' })
    const member = await test.given.person('practice-member', network.practiceCodes[0] ?? '')
    const visitor = await Visitor.arriveAs(member, browser, test, options)
    await visitor.click('link', 'Priorities')
    await visitor.click('link', 'Warm homes')
    await visitor.click('radio', 'No, not as it is')
    await visitor.click('button', 'Save what we say')
    expect(await visitor.problems()).toEqual(['Say why the practice does not stand behind it'])
    await visitor.page.getByLabel('Why, or what would change it').fill('Our patients rent.')
    await visitor.click('button', 'Save what we say')
    expect(await visitor.text()).toContain('0 of 3 practices stand behind it, 1 does not')
    expect(await visitor.text()).toContain('“Our patients rent.”')
    for (const name of ['Change it', 'End this priority', 'End it', 'Move up']) {
      expect([name, await visitor.page.getByText(name, { exact: true }).count()]).toEqual([name, 0])
    }
    for (const address of ['/priorities/new', `/priorities/${id}/edit`]) {
      await visitor.open(address)
      expect([address, await visitor.heading()]).toEqual([address, 'You cannot see or do this'])
    }
    await visitor.leave()
  })
})

describe('a network’s priorities', () => {
  it('are not a commissioner’s to see, nor another network’s', async () => {
    const id = await test.given.priority(await test.given.director(network), network)
    const stranger = await Visitor.arriveAs(await test.given.manager(await test.given.network()), browser, test)
    await stranger.open(`/priorities/${id}`)
    expect(await stranger.heading()).toBe('Page not found')
    const commissioner = await Visitor.arriveAs(await test.given.commissioner(network), browser, test)
    for (const address of ['/priorities', `/priorities/${id}`, '/time', '/time/estimates', '/time/log', '/time/file', '/time/start']) {
      await commissioner.open(address)
      expect([address, await commissioner.heading()]).toEqual([address, 'You cannot see or do this'])
    }
    expect((await commissioner.page.request.get(`${test.url}/time/workload.csv`)).status()).toBe(403)
    await Promise.all([stranger.leave(), commissioner.leave()])
  })
})
