import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { startApp, type TestApp } from '../support/app.js'
import { closePriority, crowdOutOf, logMinutes } from './operations.js'
import { type Situation, workedExample } from './situation.js'

const HOUR = 60

describe('crowdOut from here', () => {
  let test: TestApp
  beforeAll(async () => {
    test = await startApp()
  })
  afterAll(() => test.close())

  const fromHere = async ({ director, network }: Situation) =>
    (await director.query(crowdOutOf('from: 7'), { code: network.code }))['network'].crowdOut

  it('has no time before it, and asks nothing of past months but what was once to be done', async () => {
    const given = await workedExample(test)
    expect(await fromHere(given)).toMatchObject({
      ...{ from: 7, basis: 'What is left of the year: estimates less logged time, nothing for what is shown or closed.' },
      // November to March: 5 months of 12 hours of care and checks, the workforce plan that was not done, the review and the declarations.
      ...{ capacityMinutes: 100 * HOUR, nationalMinutes: (60 + 18 + 30 + 16) * HOUR, localWantedMinutes: 60 * HOUR },
      headline: expect.stringContaining('that are left of your year'),
      logCoverage: { withLogMinutes: 0, share: 0 },
    })
  })

  it('leaves out what is shown, what is logged and what is closed, and the plan keeps them', async () => {
    const given = await workedExample(test)
    const { manager, checklist, hypertension, over65s } = given
    await test.given.evidence(manager, [checklist.item('workforce-plan').occurrences[0]?.id ?? ''], { happenedOn: '2026-08-20' })
    const logged = { staffGroup: 'CLINICAL_DIRECTOR', spentOn: '2026-11-10' }
    await manager.mutate(logMinutes, { ...logged, priorityId: hypertension, minutes: 10 * HOUR })
    await manager.mutate(logMinutes, { ...logged, itemId: checklist.item('slot-mapping').id, minutes: 30 })
    await manager.mutate(closePriority, { priorityId: over65s, outcome: 'STOPPED', reason: 'The link worker left.' })
    const found = await fromHere(given)
    // 30 of the 120 minutes of November's check are done.
    expect(found).toMatchObject({ nationalMinutes: (60 + 30 + 16) * HOUR - 30, localWantedMinutes: 30 * HOUR })
    expect(found.logged).toContainEqual(
      expect.objectContaining({ title: 'Hypertension', estimatedMinutes: 40 * HOUR, loggedMinutes: 10 * HOUR }),
    )
    expect(found.logged).toContainEqual(expect.objectContaining({ code: 'slot-mapping', loggedMinutes: 30 }))
    expect(found.logCoverage.withLogMinutes).toBeGreaterThan(0)
    const { network } = await given.director.query(crowdOutOf('', 'displacedMinutes logCoverage { share }'), { code: given.network.code })
    expect(network.crowdOut).toEqual({ displacedMinutes: 36 * HOUR, logCoverage: null })
  })

  it('drops the months of levelled work that are shown already', async () => {
    const given = await workedExample(test)
    const november = given.checklist.item('slot-mapping').occurrences[7]?.id ?? ''
    const before = await fromHere(given)
    await test.given.evidence(given.manager, [november], { happenedOn: '2026-11-05' })
    expect((await fromHere(given)).nationalMinutes).toBe(before.nationalMinutes - 2 * HOUR)
  })
})
