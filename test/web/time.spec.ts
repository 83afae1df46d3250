import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { type Browser } from 'playwright-core'
import { startApp, type TestApp } from '../support/app.js'
import { everyKind, startBrowser, Visitor } from '../support/browser.js'
import { type Client } from '../support/client.js'
import { type ChecklistGiven, type NetworkGiven } from '../support/given.js'

let test: TestApp
let browser: Browser
let network: NetworkGiven
let checklist: ChecklistGiven
let manager: Client
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
  checklist = await test.given.checklist(network, {
    entries: [
      { code: 'A-1', title: 'Plan', nature: 'REPORT' },
      { code: 'A-2', title: 'Visit', nature: 'DELIVER' },
      { code: 'B-1', title: 'Declare', nature: 'DECLARE', area: 'OTHER' },
    ],
  })
  manager = await test.given.manager(network)
})

const fields = 'requirementCode staffGroup minutes { low central high } basis businessAsUsualPercent note'

/** The estimate in force, as the API tells it. */
async function estimateOf(code: string, group = 'CLINICAL_DIRECTOR') {
  const query = `query ($code: String!) { network(odsCode: $code) { estimates { ${fields} } } }`
  const { network: found } = await manager.query(query, { code: network.code })
  return found.estimates.find((one: Record<string, string>) => one['requirementCode'] === code && one['staffGroup'] === group)
}

/** The minutes a staff group has by month, as the API tells it. */
async function capacityOf(group: string): Promise<{ minutes: number[] | null; otherFixed: number[] | null; basis: string | null }> {
  const query = 'query ($code: String!) { network(odsCode: $code) { capacity { staffGroup minutes otherFixed basis } } }'
  const { network: found } = await manager.query(query, { code: network.code })
  return found.capacity.find(({ staffGroup }: { staffGroup: string }) => staffGroup === group)
}

describe.each(everyKind)('a network manager %s', (_, options) => {
  it('comes from nothing to a first figure', async () => {
    const visitor = await Visitor.arriveAs(manager, browser, test, options)
    await visitor.click('link', 'Time')
    await visitor.click('button', 'Start')
    await visitor.page.getByLabel('Sessions a week for the network').fill('1.5')
    await visitor.page.locator('#priority-0-title').fill('Blood pressure')
    await visitor.page.locator('#priority-1-director').fill('12')
    await visitor.click('button', 'Show the first figure')
    expect(await visitor.problems()).toEqual([
      'The manager’s hours a week is missing: enter 0 if there is none',
      'Priority 1: enter about how many hours it takes',
      'Priority 2: enter what you want to do',
    ])
    if (options.javaScript) expect(await visitor.focused()).toContain('nhsuk-error-summary')
    expect(await visitor.page.locator('#sessions').inputValue()).toBe('1.5')
    await visitor.page.locator('#managerHours').fill('30')
    await visitor.page.locator('#priority-0-director').fill('40')
    await visitor.page.locator('#priority-1-title').fill('Warm homes')
    await visitor.click('button', 'Show the first figure')
    expect(new URL(visitor.page.url()).pathname).toBe('/crowd-out')
    expect(await visitor.text()).toMatch(/National work asks for/)
    expect((await capacityOf('CLINICAL_DIRECTOR')).minutes).toEqual(Array.from({ length: 12 }, (__, month) => 1312 + (month < 6 ? 1 : 0)))
    await visitor.open('/time/start')
    expect(await visitor.text()).toContain('Your network has started already.')
    await visitor.leave()
  })

  it('enters the time there is: the same every month, by month, or a suggestion taken over', async () => {
    const visitor = await Visitor.arriveAs(manager, browser, test, options)
    await visitor.open('/time')
    await visitor.click('link', /^Enter\s*: Clinical director/)
    await visitor.click('radio', 'The same every month')
    await visitor.page.locator('#same').fill('20')
    await visitor.page
      .getByRole('group', { name: /other fixed work/ })
      .getByLabel('Month by month')
      .check()
    await visitor.page.locator('#fixed-0').fill('2')
    await visitor.click('button', 'Save the time')
    expect(await visitor.problems()).toHaveLength(11)
    expect(await visitor.page.locator('#fixed-0').inputValue()).toBe('2')
    await visitor.page
      .getByRole('group', { name: /other fixed work/ })
      .getByLabel('The same every month')
      .check()
    await visitor.page.locator('#fixedSame').fill('200')
    await visitor.click('button', 'Save the time')
    expect(await visitor.problems()).toEqual(['200 hours are more than there can be: the most here is 166.67 hours'])
    await visitor.page.locator('#fixedSame').fill('1:30')
    await visitor.page.getByLabel('Where does this figure come from?').fill('Contracts')
    await visitor.click('button', 'Save the time')
    expect(await visitor.text()).toContain('The time is saved.')
    const every = (minutes: number) => Array.from({ length: 12 }, () => minutes)
    expect(await capacityOf('CLINICAL_DIRECTOR')).toMatchObject({ minutes: every(1200), otherFixed: every(90), basis: 'Contracts' })

    await visitor.click('link', /^Enter\s*: Clinicians/)
    expect(await visitor.text()).toContain('A suggestion, never used unless you save it')
    await visitor.click('link', 'Fill it in below')
    expect((await capacityOf('CLINICIAN')).minutes).toBeNull()
    await visitor.click('button', 'Save the time')
    expect((await capacityOf('CLINICIAN')).basis).toContain('A suggestion taken over.')
    await visitor.leave()
  })

  it('estimates a page of requirements at once, all rows or none', async () => {
    const visitor = await Visitor.arriveAs(manager, browser, test, options)
    await visitor.open('/time/estimates')
    await visitor.page.getByLabel('A-1, Clinical director: most likely hours').fill('3')
    await visitor.page.getByLabel('A-1, Clinical director: percent').fill('25')
    await visitor.page.getByLabel('A-2, Clinical director: most likely hours').fill('3000')
    await visitor.click('button', 'Save this page')
    expect(await visitor.problems()).toEqual(['3,000 hours are more than there can be: the most here is 2,000 hours'])
    if (options.javaScript) expect(await visitor.focused()).toContain('nhsuk-error-summary')
    expect(await estimateOf('A-1')).toMatchObject({ basis: 'CATALOGUE_ASSUMPTION' })
    expect(await visitor.page.getByLabel('A-1, Clinical director: most likely hours').inputValue()).toBe('3')
    await visitor.page.getByLabel('A-2, Clinical director: most likely hours').fill('1.5')
    await visitor.click('button', 'Save this page')
    expect(await visitor.text()).toContain('2 estimates saved.')
    expect(await estimateOf('A-1')).toMatchObject({ minutes: { low: 180, central: 180, high: 180 }, businessAsUsualPercent: 25 })
    expect(await estimateOf('B-1')).toMatchObject({ basis: 'CATALOGUE_ASSUMPTION' })
    await visitor.page.getByLabel('A-1, Clinical director: most likely hours').fill('')
    await visitor.page.getByLabel('A-1, Clinical director: percent').fill('')
    await visitor.click('button', 'Save this page')
    expect(await visitor.text()).toContain('1 estimate taken back.')
    await visitor.page.getByLabel('Service area').selectOption({ label: 'Area OTHER' })
    await visitor.click('button', 'Show')
    expect(await visitor.text()).toContain('1 requirement')
    expect(await visitor.page.getByLabel(/^A-1/).count()).toBe(0)
    await visitor.leave()
  })
})

describe('estimates of one requirement', () => {
  it('are saved with what they rest on, and rated by the clinical director alone', async () => {
    const director = await test.given.director(network)
    const visitor = await Visitor.arriveAs(director, browser, test)
    await visitor.open('/time/estimates/A-2')
    await visitor.page.getByLabel('Clinicians: most likely hours').fill('2')
    await visitor.page.getByLabel('Clinicians: fewest hours').fill('1')
    await visitor.page.getByLabel('Clinicians: what it rests on').fill('Two diaries')
    await visitor.click('button', 'Save the estimates')
    expect(await visitor.text()).toContain('1 estimate saved.')
    expect(await estimateOf('A-2', 'CLINICIAN')).toMatchObject({ minutes: { low: 60, central: 120, high: 120 }, note: 'Two diaries' })
    await visitor.click('radio', '5, much')
    await visitor.click('button', 'Save the rating')
    expect(await visitor.problems()).toEqual(['Say why'])
    expect(await visitor.page.getByLabel('5, much').isChecked()).toBe(true)
    await visitor.page.getByLabel('Why?').fill('Patients tell us.')
    await visitor.click('button', 'Save the rating')
    expect(await visitor.text()).toContain('5 of 5: Patients tell us.')
    await visitor.leave()
    const member = await Visitor.arriveAs(await test.given.person('practice-member', network.practiceCodes[0] ?? ''), browser, test)
    await member.open('/time/estimates/A-2')
    expect(await member.text()).toContain('5 of 5: Patients tell us.')
    expect(await member.page.getByRole('button', { name: /^Save/ }).count()).toBe(0)
    await member.open('/time')
    expect(await member.page.getByRole('link', { name: /^(Enter|Change)/ }).count()).toBe(0)
    await member.open('/time/capacity/CLINICIAN')
    expect(await member.heading()).toBe('You cannot see or do this')
    await member.leave()
  })

  it('do not undo what somebody else changed meanwhile', async () => {
    const visitor = await Visitor.arriveAs(manager, browser, test)
    await visitor.open('/time/estimates')
    const input = {
      networkCode: network.code,
      contractYear: '2026/27',
      requirementCode: 'A-1',
      staffGroup: 'CLINICAL_DIRECTOR',
      central: 77,
    }
    await manager.mutate('mutation ($input: EstimateMinutesInput!) { estimateMinutes(input: $input) { __typename } }', input)
    await visitor.page.getByLabel('A-2, Clinical director: most likely hours').fill('1')
    await visitor.click('button', 'Save this page')
    expect(await visitor.text()).toContain('1 estimate saved.')
    expect(await estimateOf('A-1')).toMatchObject({ minutes: { central: 77 } })
    await visitor.leave()
  })
})

describe('time spent', () => {
  it('is noted by anybody of the network, and taken back', async () => {
    const visitor = await Visitor.arriveAs(await test.given.person('practice-member', network.practiceCodes[0] ?? ''), browser, test)
    await visitor.open(`/time/log?item=${checklist.item('A-1').id}`)
    await visitor.page.getByLabel('About how long did it take?').fill('ages')
    await visitor.click('button', 'Note it')
    expect(await visitor.problems()).toEqual(['How long it took must be a time, such as 45 min, 1:30 or 1.5, not “ages”'])
    await visitor.page.getByLabel('About how long did it take?').fill('45 min')
    await visitor.click('button', 'Note it')
    expect(await visitor.text()).toContain('45 minutes, practice managers, 21 November 2026.')
    await visitor.click('button', /^Take it back/)
    expect(await visitor.text()).toContain('Taken back. It no longer counts.')
    expect(await visitor.text()).toContain('Nothing yet.')
    await visitor.leave()
  })
})

describe('the file for a spreadsheet', () => {
  it.each(everyKind.slice(0, 2))('goes out and comes back %s, all of it or nothing', async (_, options) => {
    const visitor = await Visitor.arriveAs(manager, browser, test, options)
    await visitor.open('/time/file')
    const answer = await visitor.page.request.get(`${test.url}/time/workload.csv`)
    expect(answer.headers()['content-disposition']).toContain(`${network.code}-time-2026-27.csv`)
    const csv = await answer.text()
    const send = async (content: string): Promise<void> => {
      await visitor.choose([{ name: 'time.csv', content }])
      await visitor.click('button', 'Take it over')
    }
    await send(csv)
    expect(await visitor.text()).toContain('The file says what holds already. Nothing was changed.')
    const changed = csv
      .replace(/^CAPACITY,CLINICAL_DIRECTOR,.*$/m, (line) => line.replace(',,,,,,,,,,,,', `,${'600,'.repeat(11)}600`))
      .replace(/^ESTIMATE,CLINICAL_DIRECTOR,A-1,Plan,.*$/m, `ESTIMATE,CLINICAL_DIRECTOR,A-1,Plan,10,20,30,5${','.repeat(12)},Ours,`)
    await send(changed.replace(',10,20,30,', ',10,20,x,'))
    expect(await visitor.problems()).toEqual(['One thing stands in the way. Nothing was changed'])
    expect(await visitor.text()).toContain('These must be whole minutes or percent, not "x".')
    expect((await estimateOf('A-1'))?.basis).toBe('CATALOGUE_ASSUMPTION')
    await send(changed)
    expect(await visitor.text()).toContain('The file was taken over:')
    expect(await estimateOf('A-1')).toMatchObject({ minutes: { low: 10, central: 20, high: 30 }, note: 'Ours' })
    await visitor.click('button', 'Take it over')
    expect(await visitor.problems()).toEqual(['Choose the file'])
    const latin = { name: 'time.csv', mimeType: 'text/csv', buffer: Buffer.from('line,staffGroup\n\xe9', 'latin1') }
    await visitor.page.locator('input[type=file]').setInputFiles([latin])
    await visitor.click('button', 'Take it over')
    expect(await visitor.problems()).toEqual(['The file is no text in UTF-8: save it as “CSV UTF-8”'])
    await visitor.leave()
  })
})
