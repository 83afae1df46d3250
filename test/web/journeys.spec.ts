import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { type Browser } from 'playwright-core'
import { type Client } from '../support/client.js'
import { startApp, type TestApp } from '../support/app.js'
import { NARROW, startBrowser, Visitor, WIDE } from '../support/browser.js'
import { type ChecklistGiven, type NetworkGiven } from '../support/given.js'

/** Somebody without a mouse, somebody without scripts, somebody on a phone: what they come for has to work for each. */
const visitors = [
  ['at a desk', { javaScript: true, viewport: WIDE }],
  ['without scripts', { javaScript: false, viewport: WIDE }],
  ['on a small phone', { javaScript: true, viewport: NARROW }],
] as const

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

const statusOf = async (by: Client, itemId: string): Promise<string> => {
  const { node } = await by.query('query ($id: ID!) { node(id: $id) { ... on ChecklistItem { status } } }', { id: itemId })
  return String(node.status)
}

/** Signs in as somebody given, whose name only says a number. */
async function arriveAs(
  person: Client,
  options: { javaScript?: boolean; viewport?: { width: number; height: number } } = {},
): Promise<Visitor> {
  const visitor = await Visitor.arrive(browser, test, options)
  await visitor.open('/sign-in')
  await visitor.page.locator(`button[value="${person.personId}"]`).click()
  return visitor
}

describe.each(visitors)('a network manager %s', (_, options) => {
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
    visitor = await arriveAs(manager, options)
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
    await visitor.page.getByLabel(/How was it confirmed/).fill('by e-mail')
    await visitor.fillDay(/On which day was it confirmed/, '20', '11', '2026')
    await visitor.click('button', 'Declare')
    expect(await visitor.text()).toContain('Declaration recorded.')
    expect(await visitor.text()).toContain('who confirmed it by e-mail on 20 November 2026')
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

describe('a network manager', () => {
  it('records with the keyboard alone', async () => {
    const network = await test.given.network()
    const checklist = await test.given.checklist(network, { entries: [{ code: 'A-1', title: 'Meet' }] })
    const manager = await test.given.manager(network)
    const visitor = await arriveAs(manager)
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
    const visitor = await arriveAs(manager)
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
    const visitor = await arriveAs(await test.given.manager(await test.given.network()))
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
    const visitor = await arriveAs(manager)
    expect(await visitor.heading()).toBe(`Network ${one.code}`)
    await visitor.page.getByText('Switch organisation').click()
    await visitor.click('link', new RegExp(other.code))
    await visitor.open('/')
    expect(await visitor.heading()).toBe(`Network ${other.code}`)
    await visitor.leave()
  })
})

describe.each(visitors)('a practice %s', (_, options) => {
  it('confirms its part in three clicks from home', async () => {
    const network = await test.given.network()
    const checklist = await test.given.checklist(network, {
      entries: [
        { code: 'P-1', title: 'Code', perPractice: true },
        { code: 'P-2', title: 'Train', perPractice: true },
      ],
    })
    const member = await test.given.person('practice-member', network.practiceCodes[0] ?? '')
    const visitor = await arriveAs(member, options)
    expect(await visitor.text()).toContain('2 to confirm')
    await visitor.click('link', /P-1 Code/)
    await visitor.click('button', 'Confirm')
    expect(await visitor.problems()).toEqual(['Say on which day it was so'])
    visitor.clicks -= 1
    await visitor.click('radio', /Today/)
    await visitor.click('button', 'Confirm')
    expect(visitor.clicks).toBe(3)
    expect(await visitor.text()).toContain('Confirmation recorded.')
    expect(await visitor.text()).toContain('1 of 3 practices have shown it')
    await visitor.open('/')
    expect(await visitor.text()).toContain('1 to confirm')
    expect(await statusOf(member, checklist.item('P-1').id)).toBe('OPEN')
    await visitor.leave()
  })
})

describe.each(visitors)('a commissioner %s', (_, options) => {
  it('reviews ten submissions in at most fourteen clicks, and returns only with a reason', async () => {
    const network = await test.given.network()
    const codes = Array.from({ length: 12 }, (__, index) => `C-${index + 1}`)
    const checklist = await test.given.checklist(network, { entries: codes.map((code) => ({ code, decidedBy: 'COMMISSIONER' })) })
    const manager = await test.given.manager(network)
    for (const code of codes) await test.given.evidence(manager, [checklist.item(code).occurrences[0]?.id ?? ''], { note: `Shows ${code}` })
    const commissioner = await test.given.commissioner(network)
    const visitor = await arriveAs(commissioner, options)
    await visitor.click('link', 'Review 12 submissions')
    for (let done = 0; done < 10; done += 1) {
      expect(await visitor.heading()).toContain(`${12 - done} wait`)
      await visitor.click('button', 'Accept')
      await visitor.page.waitForURL(/done=accepted/)
      await visitor.page.getByRole('heading', { level: 1, name: `Review: ${11 - done} wait` }).waitFor()
    }
    expect(visitor.clicks).toBeLessThanOrEqual(14)
    await visitor.click('button', 'Return')
    expect(await visitor.problems()).toEqual(['Say why it is returned and what would be enough'])
    await visitor.page.getByLabel('Reason or question').fill('Please add the date')
    await visitor.click('button', 'Return')
    expect(await visitor.heading()).toBe('Review: 1 waits')
    await visitor.page.getByLabel('Reason or question').fill('Which meeting was it?')
    await visitor.click('button', 'Ask')
    expect(await visitor.text()).toContain('Which meeting was it?')
    expect(await visitor.heading()).toBe('Review: 1 waits')
    const statuses = await Promise.all(codes.map((code) => statusOf(manager, checklist.item(code).id)))
    expect(statuses.toSorted()).toEqual([...Array<string>(10).fill('ACCEPTED'), 'EVIDENCED', 'RETURNED'])
    expect(visitor.complaints).toEqual([])
    await visitor.leave()
  })

  it('decides on several at once with one reason', async () => {
    const network = await test.given.network()
    const checklist = await test.given.checklist(network, {
      entries: ['C-1', 'C-2', 'C-3'].map((code) => ({ code, decidedBy: 'COMMISSIONER' as const })),
    })
    const manager = await test.given.manager(network)
    for (const { occurrences } of checklist.items) await test.given.evidence(manager, [occurrences[0]?.id ?? ''])
    const visitor = await arriveAs(await test.given.commissioner(network), options)
    await visitor.open('/review/several')
    await visitor.click('button', 'Return those ticked')
    expect(await visitor.problems()).toEqual(['Choose at least one submission', 'Say why they are returned and what would be enough'])
    await visitor.click('checkbox', /C-1/)
    await visitor.click('checkbox', /C-2/)
    await visitor.page.getByLabel('One reason for all of them').fill('Add the minutes')
    await visitor.click('button', 'Return those ticked')
    expect(await visitor.text()).toContain('2 submissions returned.')
    const statuses = await Promise.all(checklist.items.map(({ id }) => statusOf(manager, id)))
    expect(statuses).toEqual(['RETURNED', 'RETURNED', 'EVIDENCED'])
    await visitor.leave()
  })
})

describe('a commissioner', () => {
  it('reviews with the keyboard alone', async () => {
    const network = await test.given.network()
    const checklist = await test.given.checklist(network, { entries: [{ code: 'C-1', decidedBy: 'COMMISSIONER' }] })
    const manager = await test.given.manager(network)
    await test.given.evidence(manager, [checklist.item('C-1').occurrences[0]?.id ?? ''])
    const visitor = await arriveAs(await test.given.commissioner(network))
    await visitor.tabTo('Review 1 submission')
    await visitor.page.keyboard.press('Enter')
    await visitor.page.waitForURL(/review/)
    await visitor.tabTo('Accept')
    await visitor.page.keyboard.press('Enter')
    await visitor.page.waitForURL(/done=accepted/)
    expect(await statusOf(manager, checklist.item('C-1').id)).toBe('ACCEPTED')
    await visitor.leave()
  })

  it('sees no evidence before it is submitted, and what is asked across networks', async () => {
    const network = await test.given.network()
    const checklist = await test.given.checklist(network, { entries: [{ code: 'C-1', title: 'Shared' }] })
    const manager = await test.given.manager(network)
    await test.given.evidence(manager, [checklist.item('C-1').occurrences[0]?.id ?? ''], { note: 'A draft of ours' })
    const visitor = await arriveAs(await test.given.commissioner(network))
    await visitor.open(`/items/${checklist.item('C-1').id}`)
    expect(await visitor.text()).not.toContain('A draft of ours')
    expect(await visitor.page.getByRole('button', { name: 'Record evidence' }).count()).toBe(0)
    await visitor.click('link', 'This requirement across your networks')
    expect(await visitor.text()).toContain('1 network: 1 shown')
    await visitor.leave()
  })
})
