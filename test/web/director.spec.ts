import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { type Browser } from 'playwright-core'
import { situation, withPriority, workedEntries, workedExample } from '../crowd-out/situation.js'
import { startApp, type TestApp } from '../support/app.js'
import { everyKind, NARROW, startBrowser, Visitor } from '../support/browser.js'
import { type Client } from '../support/client.js'
import { assignItem } from '../checklist/operations.js'
import { statementsOf } from '../support/statements.js'

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

const AS_IT_IS =
  'National work asks for 208 of your 240 hours. 24 of them fit in no month. 36 of the 60 hours you planned for your own priorities no longer fit.'
const SLOTS_BACK = 'That gives 6 hours back to the network’s own priorities.'

const sentences = (visitor: Visitor): Promise<string[]> => visitor.page.locator('.hr-sentence, .hr-side-sentence').allInnerTexts()
const changed = (visitor: Visitor, words: string) => visitor.page.locator('.hr-change', { hasText: words }).waitFor()

/** The pictures of a page as its browser drew them: whether there is something, and how large it was asked for. */
function pictures(visitor: Visitor): Promise<unknown> {
  return visitor.page.evaluate(`Promise.all([...document.querySelectorAll('.hr-picture__image')].map(async (image) => {
    await image.decode()
    return [image.naturalWidth > 0, new URL(image.currentSrc).searchParams.get('size')]
  }))`)
}

/** What the page of somebody signed in answers to a plain request. */
async function answerTo(visitor: Visitor, address: string): Promise<Response> {
  const cookies = await visitor.context.cookies()
  const headers = { accept: 'text/html', cookie: cookies.map(({ name, value }) => `${name}=${value}`).join('; ') }
  return fetch(`${test.url}${address}`, { headers, redirect: 'manual' })
}

describe.each(everyKind)('a clinical director %s', (_, options) => {
  const isNarrow = options.viewport === NARROW

  it('finds at home, without a click, what the contract takes, what is left and what would give most time back', async () => {
    const { director } = await workedExample(test)
    const visitor = await Visitor.arriveAs(director, browser, test, options)
    expect(await sentences(visitor)).toEqual([AS_IT_IS])
    expect(await pictures(visitor)).toEqual([[true, isNarrow ? 'narrow' : 'wide']])
    const picture = await visitor.page.getByRole('img', { name: /stacked columns/ }).getAttribute('alt')
    expect(picture).toMatch(/24 hours of your own priorities still fit\. 24 hours above the line .* and 36 hours above the line/)
    const highlights = await visitor.page.locator('.hr-highlight').allInnerTexts()
    expect(highlights).toHaveLength(1)
    expect(highlights[0]).toMatch(/6 hours\s*back/)
    expect(highlights[0]).toContain('Takes 24 hours a year')
    expect(highlights[0]).toContain('Paragraph 8.4')
    expect(highlights[0]).toContain('an assumption, in part your own estimate')
    expect(highlights[0]).toMatch(/Your rating of its worth\s*Not rated yet/)
    expect([visitor.clicks, await visitor.overflow()]).toEqual([0, 0])
    expect(visitor.complaints).toEqual([])
    await visitor.leave()
  })

  it('tries what would change it, switch by switch, and shares the address', async () => {
    const { director, manager, over65s } = await workedExample(test)
    const visitor = await Visitor.arriveAs(director, browser, test, options)
    const apply = () => (options.javaScript ? Promise.resolve() : visitor.click('button', 'Show what would change'))
    await visitor.click('link', 'Try what would change it')
    expect(await sentences(visitor)).toEqual([AS_IT_IS])
    await visitor.click('checkbox', /slot-mapping/)
    await apply()
    await changed(visitor, SLOTS_BACK)
    const [asItIs, then] = await sentences(visitor)
    expect([asItIs, then]).toEqual([
      AS_IT_IS,
      expect.stringContaining('30 of the 60 hours you planned for your own priorities no longer fit.'),
    ])
    expect(await pictures(visitor)).toEqual(Array(2).fill([true, isNarrow ? 'narrow' : 'half']))
    expect(new URL(visitor.page.url()).search).toBe('?relax=slot-mapping')
    const other = await Visitor.arriveAs(manager, browser, test, options)
    await other.open(new URL(visitor.page.url()).pathname + new URL(visitor.page.url()).search)
    expect(await other.page.locator('.hr-change').innerText()).toContain(SLOTS_BACK)
    await other.leave()
    await visitor.page.getByRole('checkbox', { name: /slot-mapping/ }).uncheck()
    await visitor.page.getByText('Your priorities: protect or move them').click()
    await visitor.page.locator(`#protect-${over65s}`).check()
    await apply()
    await changed(visitor, 'It leaves 20 hours more national work that fits in no month.')
    expect((await sentences(visitor))[1]).toContain('44 of them fit in no month.')
    expect(new URL(visitor.page.url()).search).toBe(`?protect=${over65s}`)
    await visitor.click('link', 'Back to the plan as it is')
    expect(await sentences(visitor)).toEqual([AS_IT_IS])
    expect(visitor.complaints).toEqual([])
    await visitor.leave()
  })

  it('notes what really put a milestone back, apart from the arithmetic', async () => {
    const { director } = await workedExample(test)
    const visitor = await Visitor.arriveAs(director, browser, test, options)
    await visitor.open('/crowd-out/log')
    await visitor.click('button', 'Note it')
    expect(await visitor.problems()).toHaveLength(4)
    await visitor.page.getByLabel('What was put back?').selectOption({ label: 'Hypertension' })
    await visitor.page.getByLabel('How much of its time, in hours?').fill('6')
    await visitor.click('radio', 'A requirement of the contract')
    await visitor.page.getByLabel('Which requirement?').selectOption({ value: 'slot-mapping' })
    await visitor.click('radio', /Today/)
    await visitor.click('button', 'Note it')
    expect(await visitor.text()).toContain('By the log, 10% of the 60 hours planned were put back for requirements and requests.')
    expect(await visitor.text()).toContain('The log explains 10% of what was not done.')
    await visitor.click('button', /Take back/)
    expect(await visitor.text()).toContain('Nothing is logged as put back, of the 60 hours planned.')
    await visitor.open('/')
    expect(await sentences(visitor)).toEqual([AS_IT_IS])
    await visitor.leave()
  })
})

describe('a clinical director', () => {
  it('tries a what-if with the keyboard alone, told what it comes to, on the same page with the focus where it was', async () => {
    const { director } = await workedExample(test)
    const visitor = await Visitor.arriveAs(director, browser, test)
    const { keyboard } = visitor.page
    await visitor.tabTo('Try what would change it')
    await keyboard.press('Enter')
    await visitor.page.waitForURL(/crowd-out/)
    await visitor.page.evaluate('window.sameDocument = true')
    await visitor.tabTo(/Relax all 2/)
    await keyboard.press('Tab')
    await keyboard.press('Space')
    await changed(visitor, SLOTS_BACK)
    expect(await visitor.focused()).toContain('relax-slot-mapping')
    expect(await visitor.page.locator('#what-if-says').textContent()).toMatch(
      /^That gives 6 hours back .* 30 of the 60 hours .* no longer fit\.$/,
    )
    const focusedText = (): Promise<unknown> => visitor.page.evaluate('document.activeElement.textContent')
    for (let presses = 0; presses < 20 && !String(await focusedText()).includes('More time for some months'); presses += 1)
      await keyboard.press('Tab')
    await keyboard.press('Enter')
    await visitor.tabTo('Hours more a month')
    await keyboard.type('10')
    await keyboard.press('Tab')
    await visitor.page.waitForURL(/addHours=10/)
    await changed(visitor, 'back to the network’s own priorities. It leaves')
    expect(await visitor.page.evaluate('window.sameDocument')).toBe(true)
    await visitor.leave()
  })

  it('is told what is wrong with a switch, beside it, and what an address names that is not there', async () => {
    const { director } = await workedExample(test)
    const visitor = await Visitor.arriveAs(director, browser, test, { javaScript: false })
    await visitor.open('/crowd-out?addHours=lots&relax=slot-mapping')
    expect(await visitor.problems()).toEqual(['Hours a month must be a number above 0, such as 4 or 1.5'])
    expect(await visitor.page.locator('#addHours').inputValue()).toBe('lots')
    await visitor.open('/crowd-out?relax=99-99')
    expect(await visitor.problems()).toEqual([expect.stringMatching(/^There is no .* 99-99 in this plan\. The plan is shown as it is$/)])
    expect(await sentences(visitor)).toEqual([AS_IT_IS])
    await visitor.leave()
  })

  it('sees how each figure comes about, and that care is not paperwork', async () => {
    const { director } = await workedExample(test)
    const visitor = await Visitor.arriveAs(director, browser, test)
    await visitor.open('/crowd-out?relax=care-home-mdt')
    expect(await visitor.text()).toContain('This is care, not paperwork.')
    expect(await visitor.page.locator('.hr-change').innerText()).toBe('That changes nothing for the network’s own priorities.')
    await visitor.open('/crowd-out/figures?item=cancer-review')
    const section = (id: string) => visitor.page.locator(`#${id}`).innerText()
    expect(await section('displaced')).toMatch(/36 hours[^]*It is arithmetic about a plan, not a cause\.[^]*Rule version 1/)
    expect(await section('returned')).toMatch(/cancer-review[^]*16 hours/)
    await visitor.page.locator('#national summary').click()
    expect(await section('national')).toMatch(/slot-mapping[^]*24 hours\s*Own estimate/)
    await visitor.leave()
  })

  it('confirms at home what was declared for her, and sees who did what since a day', async () => {
    const { network, checklist, manager, director } = await situation(test, workedEntries)
    const occurrenceIds = checklist
      .item('slot-mapping')
      .occurrences.slice(0, 1)
      .map(({ id }) => id)
    const onBehalfOf = { directorId: director.personId, confirmedHow: 'By email', confirmedOn: '2026-11-19' }
    const declare = 'mutation ($input: DeclareInput!) { declare(input: $input) { __typename ... on Refusal { message } } }'
    const declared = await manager.mutate(declare, { occurrenceIds, declaredOn: '2026-11-20', onBehalfOf })
    expect(declared).toEqual({ __typename: 'DeclarationMade' })
    const colleague = await Visitor.arriveAs(await test.given.director(network), browser, test)
    expect(await colleague.page.getByRole('button', { name: /Confirm/ }).count()).toBe(0)
    await colleague.leave()
    const visitor = await Visitor.arriveAs(director, browser, test)
    expect(await visitor.page.locator('#since').innerText()).toMatch(/recorded evidence for 1 item\s*slot-mapping/)
    await visitor.click('button', 'Confirm slot-mapping')
    expect(await visitor.page.getByRole('status').innerText()).toBe('You have confirmed the declaration.')
    expect(await visitor.page.locator('#waiting').innerText()).toContain('Nothing.')
    await visitor.open('/?since=2026-11-21')
    expect(await visitor.page.locator('#since').innerText()).toContain('Since 21 November 2026')
    await visitor.leave()
  })

  it('is told how to get a first figure where nothing is entered yet, and never a nought', async () => {
    const { director, network } = await situation(test, workedEntries)
    const visitor = await Visitor.arriveAs(director, browser, test)
    expect(await visitor.page.getByRole('link', { name: 'Enter these three' }).getAttribute('href')).toBe('/time/start')
    expect(await visitor.page.locator('.hr-picture').count()).toBe(0)
    expect(await visitor.text()).not.toMatch(/\b0 hours|no time/)
    await visitor.open('/crowd-out')
    expect(await visitor.text()).toContain('Nobody has entered your time for all twelve months')
    expect((await answerTo(visitor, `/picture/${network.code}`)).status).toBe(404)
    await visitor.leave()
  })

  it('costs the database as much with many priorities, items and deeds as with few', async () => {
    const given = await workedExample(test)
    const visitor = await Visitor.arriveAs(given.director, browser, test)
    const pages = [
      '/',
      '/crowd-out?relax=slot-mapping',
      '/crowd-out/figures',
      '/crowd-out/log',
      `/picture/${given.network.code}`,
      '/hand-over',
      '/people',
    ]
    const cost = async (): Promise<number[]> => {
      const counts: number[] = []
      for (const page of pages) counts.push(await statementsOf(test, async () => expect((await answerTo(visitor, page)).status).toBe(200)))
      return counts
    }
    // Something of each kind to begin with: none of it is read where there is none.
    const more = async (by: Client): Promise<void> => {
      await withPriority(given, `Another ${String(Math.random())}`, 60)
      const { id: itemId, occurrences } = given.checklist.item('workforce-plan')
      await test.given.evidence(by, [occurrences[0]?.id ?? ''], { happenedOn: '2026-08-01' })
      await by.mutate('mutation ($input: AskInput!) { ask(input: $input) { __typename } }', { itemId, text: 'Enough?' })
      await test.given.person('practice-member', given.network.practiceCodes[0] ?? '')
      await by.mutate(assignItem, { itemId, personId: by.personId })
    }
    await more(given.manager)
    const few = await cost()
    await more(given.director)
    await more(given.manager)
    process.stdout.write(`Shown: statements of ${pages.map((page, index) => `${page.split('?')[0]} ${few[index]}`).join(', ')}\n`)
    expect(await cost()).toEqual(few)
    await visitor.leave()
  })
})

describe('a network’s time', () => {
  it('is shown to nobody else: neither its pages nor its picture', async () => {
    const { network } = await workedExample(test)
    const others = [await test.given.commissioner(network), await test.given.director(await test.given.network())]
    for (const person of others) {
      const visitor = await Visitor.arriveAs(person, browser, test)
      expect([403, 404]).toContain((await answerTo(visitor, `/picture/${network.code}`)).status)
      await visitor.open('/crowd-out')
      expect(await visitor.text()).not.toContain('208 of')
      await visitor.leave()
    }
    const signedOut = await fetch(`${test.url}/picture/${network.code}`, { redirect: 'manual', headers: { accept: 'text/html' } })
    expect([signedOut.status, signedOut.headers.get('location')]).toEqual([303, expect.stringContaining('/sign-in')])
  })

  it('is drawn as a picture nobody keeps, which may fetch and run nothing', async () => {
    const { network, director } = await workedExample(test)
    const visitor = await Visitor.arriveAs(director, browser, test)
    const { headers } = await answerTo(visitor, `/picture/${network.code}?size=half&tallest=40`)
    expect([headers.get('content-type'), headers.get('cache-control')]).toEqual(['image/svg+xml; charset=utf-8', 'private, no-store'])
    expect(headers.get('content-security-policy')).toBe("default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; sandbox")
    await visitor.leave()
  })
})
