import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { type Browser } from 'playwright-core'
import { startApp, type TestApp } from '../support/app.js'
import { type Client } from '../support/client.js'
import { everyKind, startBrowser, statusOf, Visitor } from '../support/browser.js'
import { type ChecklistGiven, type NetworkGiven } from '../support/given.js'
import { type RequirementGiven } from '../support/given-rows.js'

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

interface Situation {
  readonly network: NetworkGiven
  readonly checklist: ChecklistGiven
  readonly manager: Client
}

async function checklistOf(entries: readonly RequirementGiven[]): Promise<Situation> {
  const network = await test.given.network()
  const checklist = await test.given.checklist(network, { entries })
  return { network, checklist, manager: await test.given.manager(network) }
}

describe.each(everyKind.slice(0, 2))('a network manager %s', (_, options) => {
  it('says that an item waits for a partner, takes it back, and closes it as not met', async () => {
    const { checklist, manager } = await checklistOf([{ code: 'A-1', title: 'Meet', shownEvery: 'QUARTER' }])
    const { id } = checklist.item('A-1')
    const visitor = await Visitor.arriveAs(manager, browser, test, options)
    await visitor.open(`/items/${id}`)
    await visitor.page.getByText('It cannot be shown').click()
    await visitor.click('link', 'It waits for a partner')
    await visitor.page.getByLabel('Who are you waiting for?').fill('The community trust')
    await visitor.click('button', 'Save')
    expect(await visitor.problems()).toEqual(['Say what you are waiting for'])
    expect(await visitor.page.getByLabel('Who are you waiting for?').inputValue()).toBe('The community trust')
    await visitor.page.getByLabel('What are you waiting for?').fill('Their list of homes')
    await visitor.click('button', 'Save')
    expect(await visitor.text()).toContain('The community trust, since 21 November 2026: Their list of homes')
    expect(await statusOf(manager, id)).toBe('BLOCKED_BY_PARTNER')
    await visitor.click('button', /Take it back/)
    expect(await visitor.text()).toContain('It is kept with who took it back and when.')
    expect(await statusOf(manager, id)).toBe('OVERDUE')
    await visitor.open(`/items/${id}/say/not-met`)
    await visitor.click('radio', 'Quarter 1')
    await visitor.page.getByLabel('Why was it not met?').fill('Nobody was there')
    await visitor.click('button', 'Save')
    expect(await visitor.text()).toContain('Not met (quarter 1), since 21 November 2026: Nobody was there')
    expect(visitor.complaints).toEqual([])
    await visitor.leave()
  })

  it('reports an event, and then shows what it makes due', async () => {
    const { checklist, manager } = await checklistOf([
      { code: 'E-1', title: 'Tell', shownEvery: 'EVENT', fallsDue: 'ON_EVENT', dueDays: 28 },
    ])
    const visitor = await Visitor.arriveAs(manager, browser, test, options)
    await visitor.open(`/items/${checklist.item('E-1').id}`)
    expect(await visitor.text()).toContain('Nothing of it can be shown now')
    await visitor.click('link', 'Report something that makes it due')
    await visitor.click('radio', 'On another day')
    await visitor.fillDay('On which day', '1', '11', '2026')
    await visitor.page.getByLabel('What happened?').fill('A practice joined')
    await visitor.click('button', 'Report it')
    expect(await visitor.text()).toContain('After 1 November 2026: A practice joined')
    expect(await visitor.text()).toContain('Due 29 November 2026')
    await visitor.leave()
  })

  it('says that paid work is not gone for, and that an item does not concern the network', async () => {
    const { checklist, manager } = await checklistOf([
      { code: 'P-1', title: 'Earn', obligation: 'PAID' },
      { code: 'P-2', title: 'Do' },
    ])
    const visitor = await Visitor.arriveAs(manager, browser, test, options)
    const [paid, unpaid] = [checklist.item('P-1').id, checklist.item('P-2').id]
    await visitor.open(`/items/${paid}/say/not-pursued`)
    await visitor.page.getByLabel('Why not?').fill('No time')
    await visitor.click('button', 'Save')
    await visitor.open(`/items/${unpaid}/say/not-pursued`)
    expect(await visitor.heading()).toBe('Page not found')
    await visitor.open(`/items/${unpaid}/say/not-applicable`)
    await visitor.page.getByLabel('Why does it not concern you?').fill('We have no care homes')
    await visitor.click('button', 'Save')
    expect([await statusOf(manager, paid), await statusOf(manager, unpaid)]).toEqual(['NOT_PURSUED', 'NOT_APPLICABLE'])
    await visitor.leave()
  })

  it('corrects evidence without sending its file again, and says how long it took', async () => {
    const { network, checklist, manager } = await checklistOf([{ code: 'A-1', title: 'Meet' }])
    const visitor = await Visitor.arriveAs(manager, browser, test, options)
    await visitor.open(`/items/${checklist.item('A-1').id}`)
    await visitor.choose([
      { name: 'minutes.txt', content: 'Minutes' },
      { name: 'plan.txt', content: 'Plan' },
    ])
    await visitor.page.getByLabel('Note', { exact: true }).fill('Bord')
    await visitor.click('radio', /Today/)
    await visitor.click('button', 'Record evidence')
    await visitor.page.getByRole('button', { name: 'Save the time' }).click()
    expect(await visitor.problems()).toEqual(['Enter about how many minutes, as a whole number'])
    await visitor.page.getByLabel('Minutes', { exact: true }).fill('45')
    await visitor.click('button', 'Save the time')
    expect(await visitor.text()).toContain('Time noted.')
    const logged = `query ($id: ID!) { node(id: $id) { ... on ChecklistItem { loggedMinutes { minutes staffGroup evidenceId } } } }`
    expect((await manager.query(logged, { id: checklist.item('A-1').id }))['node'].loggedMinutes).toEqual([
      { minutes: 45, staffGroup: 'NETWORK_MANAGER', evidenceId: expect.any(String) },
    ])
    await visitor.click('link', /^Correct it/)
    await visitor.page.getByLabel('Why is it corrected?').fill('A slip')
    await visitor.page.getByLabel('Note', { exact: true }).fill('Board')
    await visitor.page.getByLabel('plan.txt').uncheck()
    await visitor.click('button', 'Save the correction')
    expect(await visitor.text()).toContain('What it replaces is kept with the reason.')
    const found = `query ($code: String!) { network(odsCode: $code) { evidence { nodes { note files { name } } } } }`
    expect((await manager.query(found, { code: network.code }))['network'].evidence.nodes).toEqual([
      { note: 'Board', files: [{ name: 'minutes.txt' }] },
    ])
    expect(visitor.complaints).toEqual([])
    await visitor.leave()
  })

  it('submits by hand once that is switched', async () => {
    const { checklist, manager } = await checklistOf([{ code: 'C-1', title: 'Report', decidedBy: 'COMMISSIONER' }])
    const { id, occurrences } = checklist.item('C-1')
    const visitor = await Visitor.arriveAs(manager, browser, test, options)
    await visitor.open(`/items/${id}`)
    await visitor.click('button', 'Submit everything by hand instead')
    expect(await visitor.text()).toContain('You submit each time.')
    await test.given.evidence(manager, [occurrences[0]?.id ?? ''])
    await visitor.open(`/items/${id}`)
    await visitor.click('button', /Submit it to your commissioner/)
    expect(await visitor.text()).toContain('With your commissioner since')
    expect(await visitor.page.getByRole('button', { name: /Submit it to your commissioner/ }).count()).toBe(0)
    await visitor.click('button', 'Submit by itself again')
    expect(await visitor.text()).toContain('it is submitted by itself')
    await visitor.leave()
  })

  it('gives items to people by a file, and hears line by line what is wrong with one', async () => {
    const { network, checklist, manager } = await checklistOf([
      { code: 'A-1', title: 'Meet' },
      { code: 'A-2', title: 'Plan' },
    ])
    const visitor = await Visitor.arriveAs(manager, browser, test, options)
    await visitor.open('/checklist')
    await visitor.click('link', 'Say who looks after what, with a spreadsheet')
    const file = await manager.get('/checklist/owners.csv')
    expect(file.headers.get('content-disposition')).toContain(network.code)
    const csv = await file.text()
    expect(csv).toContain('A-2,Plan')
    await visitor.choose([{ name: 'owners.csv', content: csv.replace(/^(A-2,.*),,$/m, '$1,nobody@headroom.example,') }])
    await visitor.click('button', 'Take it over')
    expect(await visitor.problems()).toEqual(['One thing is wrong with the file. Nothing was changed'])
    expect(await visitor.text()).toContain('Nobody with the address nobody@headroom.example works here.')
    await visitor.choose([{ name: 'owners.csv', content: csv.replace(/^(A-2,.*),,$/m, '$1,,By Friday') }])
    await visitor.click('button', 'Take it over')
    expect(await visitor.text()).toContain('1 item changed.')
    const note = `query ($id: ID!) { node(id: $id) { ... on ChecklistItem { assignmentNote } } }`
    expect((await manager.query(note, { id: checklist.item('A-2').id }))['node'].assignmentNote).toBe('By Friday')
    await visitor.leave()
  })
})

describe('a form with files', () => {
  it('keeps what can be sent and says which file cannot, without losing what was typed', async () => {
    const { checklist, manager } = await checklistOf([{ code: 'A-1', title: 'Meet' }])
    const visitor = await Visitor.arriveAs(manager, browser, test)
    await visitor.open(`/items/${checklist.item('A-1').id}`)
    await visitor.choose([
      { name: 'minutes.txt', content: 'Minutes' },
      { name: 'run.exe', content: 'MZ' },
    ])
    await visitor.page.getByLabel('Note', { exact: true }).fill('Board')
    await visitor.click('radio', /Today/)
    await visitor.click('button', 'Record evidence')
    expect(await visitor.page.getByRole('status').filter({ hasText: 'run.exe was not sent' }).count()).toBe(1)
    expect(await visitor.page.locator('progress').count()).toBe(2)
    await visitor.page.locator('input[type=file]').setInputFiles([])
    await visitor.click('button', 'Record evidence')
    expect(await visitor.text()).toContain('Evidence recorded.')
    expect(await visitor.page.getByRole('link', { name: /minutes\.txt/ }).count()).toBe(1)
    await visitor.leave()
  })

  it('takes files that are dropped anywhere on the page', async () => {
    const { checklist, manager } = await checklistOf([{ code: 'A-1', title: 'Meet' }])
    const visitor = await Visitor.arriveAs(manager, browser, test)
    await visitor.open(`/items/${checklist.item('A-1').id}`)
    await visitor.page.evaluate(`{
      const data = new DataTransfer()
      data.items.add(new File(['Minutes'], 'dropped.txt', { type: 'text/plain' }))
      document.querySelector('h1').dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }))
    }`)
    await visitor.click('radio', /Today/)
    await visitor.click('button', 'Record evidence')
    expect(await visitor.page.getByRole('link', { name: /dropped\.txt/ }).count()).toBe(1)
    expect(visitor.complaints).toEqual([])
    await visitor.leave()
  })
})

describe('a clinical director', () => {
  it('confirms a declaration that was entered for her', async () => {
    const { network, checklist, manager } = await checklistOf([{ code: 'D-1', title: 'Declare', nature: 'DECLARE' }])
    const director = await test.given.director(network)
    const { id, occurrences } = checklist.item('D-1')
    const declare = 'mutation ($input: DeclareInput!) { declare(input: $input) { __typename ... on Refusal { message } } }'
    const onBehalfOf = { directorId: director.personId, confirmedHow: 'by email', confirmedOn: '2026-11-20' }
    const declared = await manager.mutate(declare, { occurrenceIds: [occurrences[0]?.id], declaredOn: '2026-11-20', onBehalfOf })
    expect(declared).toEqual({ __typename: 'DeclarationMade' })
    const hers = await Visitor.arriveAs(manager, browser, test)
    await hers.open(`/items/${id}`)
    expect(await hers.page.getByRole('button', { name: 'Confirm this declaration' }).count()).toBe(0)
    await hers.leave()
    const visitor = await Visitor.arriveAs(director, browser, test)
    await visitor.open(`/items/${id}`)
    await visitor.click('button', 'Confirm this declaration')
    expect(await visitor.text()).toMatch(/who confirmed it by email on 20 November 2026, and here on 21 November 2026/)
    await visitor.leave()
  })
})

describe('a commissioner', () => {
  it('sets the day of their own for several deadlines at once, and takes it back', async () => {
    const { network, checklist, manager } = await checklistOf([
      { code: 'L-1', title: 'Plan', dueOn: '2027-01-31' },
      { code: 'L-2', title: 'Meet', dueOn: '2027-02-28' },
    ])
    const visitor = await Visitor.arriveAs(await test.given.commissioner(network), browser, test, { javaScript: false })
    await visitor.open('/requirements')
    await visitor.click('checkbox', /L-1 Plan/)
    await visitor.click('checkbox', /L-2 Meet/)
    await visitor.page.getByLabel('How many').fill('10')
    await visitor.click('button', 'Set our day for those ticked')
    expect(await visitor.text()).toContain('Your day is set for 2 deadlines.')
    const local = (id: string) =>
      manager.query('query ($id: ID!) { node(id: $id) { ... on ChecklistItem { occurrences { localDueOn } } } }', { id })
    const days = async () =>
      (await Promise.all(['L-1', 'L-2'].map((code) => local(checklist.item(code).id)))).map(({ node }) => node.occurrences[0].localDueOn)
    expect(await days()).toEqual(['2027-01-21', '2027-02-18'])
    await visitor.click('checkbox', /L-2 Meet/)
    await visitor.click('radio', 'No day of our own any more')
    await visitor.click('button', 'Set our day for those ticked')
    expect(await days()).toEqual(['2027-01-21', null])
    await visitor.leave()
  })
})

describe('a word of the field', () => {
  it('is explained where it stands first, without scripts too', async () => {
    const { checklist, manager } = await checklistOf([{ code: 'A-1', title: 'Meet' }])
    const visitor = await Visitor.arriveAs(manager, browser, test, { javaScript: false })
    await visitor.open(`/items/${checklist.item('A-1').id}`)
    const help = visitor.page.locator('#term-occurrence')
    expect([await help.count(), await help.isVisible()]).toEqual([1, false])
    await visitor.click('button', 'Times')
    expect(await help.isVisible()).toBe(true)
    await help.getByRole('link', { name: 'All words we use' }).click()
    expect(visitor.page.url()).toMatch(/\/glossary#occurrence$/)
    expect(await visitor.page.locator('#occurrence').innerText()).toContain('Occurrence')
    await visitor.leave()
  })
})
