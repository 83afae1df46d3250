import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { type Browser } from 'playwright-core'
import { startApp, type TestApp } from '../support/app.js'
import { type Client } from '../support/client.js'
import { everyKind, startBrowser, statusOf, Visitor } from '../support/browser.js'
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

describe.each(everyKind)('a commissioner %s', (_, options) => {
  it('reviews ten submissions in at most fourteen clicks, and returns only with a reason', async () => {
    const network = await test.given.network()
    const codes = Array.from({ length: 12 }, (__, index) => `C-${index + 1}`)
    const checklist = await test.given.checklist(network, { entries: codes.map((code) => ({ code, decidedBy: 'COMMISSIONER' })) })
    const manager = await test.given.manager(network)
    for (const code of codes) await test.given.evidence(manager, [checklist.item(code).occurrences[0]?.id ?? ''], { note: `Shows ${code}` })
    const commissioner = await test.given.commissioner(network)
    const visitor = await Visitor.arriveAs(commissioner, browser, test, options)
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
    const visitor = await Visitor.arriveAs(await test.given.commissioner(network), browser, test, options)
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
    const visitor = await Visitor.arriveAs(await test.given.commissioner(network), browser, test)
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
    const visitor = await Visitor.arriveAs(await test.given.commissioner(network), browser, test)
    await visitor.open(`/items/${checklist.item('C-1').id}`)
    expect(await visitor.text()).not.toContain('A draft of ours')
    expect(await visitor.page.getByRole('button', { name: 'Record evidence' }).count()).toBe(0)
    await visitor.click('link', 'This requirement across your networks')
    expect(await visitor.text()).toContain('1 network: 1 shown')
    await visitor.leave()
  })
})

describe('pages', () => {
  /** A board's networks, each with so many items, some of them submitted; its commissioner, and the manager of the first. */
  async function boardWith(networks: number, items: number) {
    const boardCode = await test.given.board()
    const codes = Array.from({ length: items }, (_, index) => `S-${index + 1}`)
    const given = []
    for (let made = 0; made < networks; made += 1) {
      const network = await test.given.network({ boardCode })
      const checklist = await test.given.checklist(network, { entries: codes.map((code) => ({ code, decidedBy: 'COMMISSIONER' })) })
      const manager = await test.given.manager(network)
      await test.given.evidence(
        manager,
        checklist.items.slice(1).map(({ occurrences }) => occurrences[0]?.id ?? ''),
      )
      given.push({ network, checklist, manager })
    }
    const [first] = given
    if (!first) throw new Error('A board needs a network')
    return { ...first, commissioner: await test.given.commissioner(first.network) }
  }

  async function statements({ network, checklist, manager, commissioner }: Awaited<ReturnType<typeof boardWith>>) {
    const pages: [Client, string][] = [
      ...['/', '/review', '/review/several', '/requirements', '/requirements/S-1', `/networks/${network.code}`].map(
        (path): [Client, string] => [commissioner, path],
      ),
      ...['/', '/checklist', `/items/${checklist.items[0]?.id}`].map((path): [Client, string] => [manager, path]),
    ]
    const counted: Record<string, number> = {}
    for (const [by, path] of pages) {
      const open = async () => {
        const response = await fetch(`${test.url}${path}`, { headers: { ...by.authorization, accept: 'text/html' } })
        expect([path, response.status]).toEqual([path, 200])
      }
      const name = `${by === manager ? 'manager' : 'commissioner'} ${path.replace(/[0-9a-f-]{36}|UX\d+/, '…')}`
      counted[name] = await statementsOf(test, open)
    }
    return counted
  }

  it('send as many statements whatever there is to show', async () => {
    const few = await statements(await boardWith(2, 3))
    const many = await statements(await boardWith(5, 9))
    expect(many).toEqual(few)
    expect(Math.min(...Object.values(few))).toBeGreaterThan(5)
    expect(Math.max(...Object.values(few))).toBeLessThanOrEqual(110)
  })
})
