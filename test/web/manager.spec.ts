import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { type Browser } from 'playwright-core'
import { type Client } from '../support/client.js'
import { startApp, type TestApp } from '../support/app.js'
import { everyKind, startBrowser, statusOf, Visitor } from '../support/browser.js'
import { type ChecklistGiven, type NetworkGiven } from '../support/given.js'

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

describe.each(everyKind)('a network manager %s', (_, options) => {
  let network: NetworkGiven
  let checklist: ChecklistGiven
  let manager: Client
  let visitor: Visitor
  beforeEach(async () => {
    network = await test.given.network()
    checklist = await test.given.checklist(network, {
      entries: [
        { code: 'A-1', title: 'Meet' },
        { code: 'A-2', title: 'Plan' },
        { code: 'A-3', title: 'Share' },
        { code: 'A-4', title: 'Declare', nature: 'DECLARE' },
      ],
    })
    manager = await test.given.manager(network)
    visitor = await Visitor.arriveAs(manager, browser, test, options)
  })

  it('records one piece of evidence for three items in at most six clicks from home', async () => {
    await visitor.click('link', /A-1 Meet/)
    await visitor.choose([{ name: 'minutes.txt', content: 'Minutes of the board' }])
    await visitor.click('radio', /Today/)
    await visitor.click('checkbox', /A-2 Plan/)
    await visitor.click('checkbox', /A-3 Share/)
    await visitor.click('button', 'Record evidence')
    expect(await visitor.text()).toContain('Evidence recorded. It shows 3 things.')
    expect(await visitor.page.getByRole('link', { name: /minutes\.txt/ }).count()).toBe(1)
    expect(visitor.clicks).toBeLessThanOrEqual(6)
    expect(await Promise.all(['A-1', 'A-2', 'A-3'].map((code) => statusOf(manager, checklist.item(code).id)))).toEqual([
      'EVIDENCED',
      'EVIDENCED',
      'EVIDENCED',
    ])
    expect([visitor.foreignRequests(), visitor.complaints]).toEqual([[], []])
    await visitor.leave()
  })

  it('is told what is missing, goes straight to it, and finds what was typed', async () => {
    await visitor.click('link', /A-1 Meet/)
    await visitor.choose([{ name: 'minutes.txt', content: 'Minutes' }])
    await visitor.page.getByLabel('Note', { exact: true }).fill('Board of November')
    await visitor.click('checkbox', /A-2 Plan/)
    await visitor.click('button', 'Record evidence')
    expect(await visitor.problems()).toEqual(['Say when it happened'])
    expect(await visitor.page.title()).toMatch(/^Error: /)
    if (options.javaScript) expect(await visitor.focused()).toContain('nhsuk-error-summary')
    expect(await visitor.page.getByLabel('Note', { exact: true }).inputValue()).toBe('Board of November')
    expect(await visitor.page.getByLabel(/A-2 Plan/).isChecked()).toBe(true)
    await visitor.click('link', 'Say when it happened')
    if (options.javaScript) expect(await visitor.focused()).toContain('#when')
    await visitor.click('radio', 'On another day')
    await visitor.fillDay('On which day', '31', '9', '2026')
    await visitor.click('button', 'Record evidence')
    expect(await visitor.problems()).toEqual(['The day it happened must be a real date, such as 14 9 2026'])
    await visitor.fillDay('On which day', '30', '9', '2026')
    await visitor.click('button', 'Record evidence')
    expect(await visitor.text()).toContain('Evidence recorded. It shows 2 things.')
    expect(await visitor.page.getByRole('link', { name: /minutes\.txt/ }).count()).toBe(1)
    await visitor.leave()
  })

  it('lets what is recorded show something more', async () => {
    const [meet] = checklist.item('A-1').occurrences
    await test.given.evidence(manager, [meet?.id ?? ''], { note: 'The plan was agreed' })
    await visitor.open(`/items/${checklist.item('A-2').id}`)
    await visitor.click('link', 'Use something already recorded')
    await visitor.page.getByLabel(/Search notes/).fill('agreed')
    await visitor.click('button', 'Search')
    await visitor.click('button', 'Use it')
    expect(await visitor.problems()).toEqual(['Choose the evidence that shows it'])
    await visitor.click('radio', /Note, 1 November 2026/)
    await visitor.click('button', 'Use it')
    expect(await visitor.text()).toContain('Evidence linked.')
    expect(await statusOf(manager, checklist.item('A-2').id)).toBe('EVIDENCED')
    await visitor.leave()
  })

  it('enters a declaration for the clinical director, in its exact wording', async () => {
    await test.given.director(network)
    await visitor.open(`/items/${checklist.item('A-4').id}`)
    await visitor.click('link', 'Declare it')
    expect(await visitor.text()).toContain('The network does this.')
    await visitor.click('button', 'Declare')
    expect(await visitor.problems()).toHaveLength(4)
    await visitor.click('radio', /Today/)
    await visitor.click('radio', /Person/)
    await visitor.page.getByLabel(/How was it confirmed/).fill('by email')
    await visitor.fillDay(/On which day was it confirmed/, '20', '11', '2026')
    await visitor.click('button', 'Declare')
    expect(await visitor.text()).toContain('Declaration recorded.')
    expect(await visitor.text()).toContain('who confirmed it by email on 20 November 2026')
    expect(await statusOf(manager, checklist.item('A-4').id)).toBe('EVIDENCED')
    await visitor.leave()
  })

  it('finds an item by words and keeps the filter in the address', async () => {
    await visitor.click('link', 'Checklist')
    await visitor.page.getByLabel('Search').fill('plan')
    await visitor.click('button', 'Show')
    expect(new URL(visitor.page.url()).searchParams.get('search')).toBe('plan')
    expect(await visitor.page.locator('.hr-item__link').allInnerTexts()).toEqual(['A-2 Plan'])
    await visitor.page.reload()
    expect(await visitor.page.getByLabel('Search').inputValue()).toBe('plan')
    await visitor.click('link', /Remove “plan”/)
    expect(await visitor.page.locator('.hr-item__link').count()).toBe(4)
    await visitor.leave()
  })

  it('asks, is answered, gives an item to somebody and withdraws what was wrong', async () => {
    const { id, occurrences } = checklist.item('A-1')
    await test.given.evidence(manager, [occurrences[0]?.id ?? ''])
    await visitor.open(`/items/${id}`)
    await visitor.click('button', 'Ask')
    expect(await visitor.problems()).toEqual(['Enter a question'])
    await visitor.page.getByLabel('Ask something').fill('Is one meeting enough?')
    await visitor.click('button', 'Ask')
    expect(await visitor.text()).toContain('Question sent.')
    await visitor.page.getByLabel('Answer').fill('One a quarter is.')
    await visitor.click('button', 'Answer')
    expect(await visitor.text()).toContain('One a quarter is.')
    await visitor.page.getByLabel('Looked after by').selectOption({ index: 1 })
    await visitor.click('button', 'Save')
    expect(await visitor.text()).toContain('Saved who looks after it.')
    await visitor.page.getByText('Withdraw it').click()
    await visitor.click('button', 'Withdraw')
    expect(await visitor.problems()).toEqual(['Say why it is withdrawn'])
    await visitor.page.getByLabel(/It is kept with the reason/).fill('The wrong minutes')
    await visitor.click('button', 'Withdraw')
    expect(await visitor.text()).toContain('Evidence withdrawn.')
    expect(await statusOf(manager, id)).toBe('OPEN')
    await visitor.leave()
  })
})
