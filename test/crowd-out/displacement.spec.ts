import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { startApp, type TestApp } from '../support/app.js'
import { trailOf } from '../support/trail.js'
import { displacementsOf, recordDisplacement, withdrawDisplacement } from './displacement-operations.js'
import { logMinutes, setPriority } from './operations.js'
import { type Situation, situation, withPriority } from './situation.js'

describe('the displacement log', () => {
  let test: TestApp
  let given: Situation
  beforeAll(async () => {
    test = await startApp()
    given = await situation(test, [{ code: 'report', nature: 'REPORT' }])
  })
  afterAll(() => test.close())

  const logOf = async ({ director, network }: Situation) => (await director.query(displacementsOf, { code: network.code }))['network']

  it('records what put a milestone back, by whom and when', async () => {
    const minutes = [{ staffGroup: 'CLINICAL_DIRECTOR', central: 600 }]
    const plan = {
      networkCode: given.network.code,
      contractYear: '2026/27',
      title: 'Hypertension',
      opensOn: '2026-04-01',
      closesOn: '2027-03-31',
    }
    const milestones = [{ title: 'First clinic', dueOn: '2026-12-01', minutes: 120 }]
    const { priority } = await given.manager.mutate(setPriority, { ...plan, minutes, milestones })
    const milestoneId = priority.milestones[0].id
    const input = { priorityId: priority.id, milestoneId, minutes: 90, happenedOn: '2026-11-20', note: 'The return came first.' }
    const said = await given.manager.mutate(recordDisplacement, { ...input, cause: 'REQUIREMENT', requirementCode: 'report' })
    expect(said).toMatchObject({
      __typename: 'DisplacementRecorded',
      displacement: {
        ...{ minutes: 90, cause: 'REQUIREMENT', requirementCode: 'report', requestId: null, happenedOn: '2026-11-20' },
        ...{
          note: 'The return came first.',
          milestone: { id: milestoneId },
          priority: { id: priority.id },
          recordedBy: { id: given.manager.personId },
        },
      },
    })
    const trail = await trailOf(test, given.network.code, 'displacement.record')
    // A cause and its minutes are the network's own; whoever reads the trail of all of England must not find them.
    expect(trail.map(({ subjectType, details }) => ({ subjectType, details }))).toEqual([{ subjectType: 'Displacement', details: {} }])
    expect(JSON.stringify(trail)).not.toContain('came first')
  })

  it('gives observed crowd-out as a range with its coverage: the check of the method', async () => {
    const own = await situation(test, [{ code: 'report', nature: 'REPORT' }])
    const priorityId = await withPriority(own, 'Hypertension', 12_000)
    for (const minutes of [2_400, 2_400]) {
      await own.manager.mutate(logMinutes, { priorityId, staffGroup: 'CLINICAL_DIRECTOR', minutes, spentOn: '2026-11-01' })
    }
    const put = (cause: string, minutes: number, more: object = {}) =>
      own.manager.mutate(recordDisplacement, { priorityId, minutes, cause, happenedOn: '2026-11-01', ...more })
    await put('REQUIREMENT', 4_200, { requirementCode: 'report' })
    await put('STAFFING', 1_800)
    await put('UNKNOWN', 1_200)
    const { observedCrowdOut, displacements } = await logOf(own)
    expect(observedCrowdOut).toMatchObject({
      ...{ plannedMinutes: 12_000, doneMinutes: 4_800, loggedMinutes: 7_200, nationalMinutes: 4_200, unknownMinutes: 1_200 },
      ...{ lowShare: 0.35, highShare: 0.45, coverageShare: 1, ruleVersion: 1 },
      priorities: [{ priority: { id: priorityId }, plannedMinutes: 12_000, lowShare: 0.35 }],
      sentence:
        'By the log, between 35% and 45% of the 200 hours planned were put back for requirements and requests. The log explains 100% of what was not done.',
    })
    expect(displacements).toHaveLength(3)
  })

  it('has no share where nothing is planned', async () => {
    const { observedCrowdOut } = await logOf(await situation(test, [{ code: 'report', nature: 'REPORT' }]))
    expect(observedCrowdOut).toMatchObject({ lowShare: null, highShare: null, coverageShare: null, priorities: [] })
  })

  it('takes an entry back, once', async () => {
    const own = await situation(test, [{ code: 'report', nature: 'REPORT' }])
    const priorityId = await withPriority(own, 'Hypertension', 600)
    const input = { priorityId, minutes: 60, cause: 'STAFFING', happenedOn: '2026-11-01' }
    const { displacement } = await own.manager.mutate(recordDisplacement, input)
    const back = { displacementId: displacement.id }
    expect(await own.manager.mutate(withdrawDisplacement, back)).toEqual({
      __typename: 'DisplacementWithdrawn',
      priority: { id: priorityId },
    })
    expect((await logOf(own)).displacements).toEqual([])
    expect(await own.manager.codeOf(withdrawDisplacement, { input: back })).toBe('NOT_FOUND')
  })

  describe('refuses', () => {
    let priorityId: string
    beforeAll(async () => {
      priorityId = await withPriority(given, 'Isolated over-65s', 600)
    })
    const entry = (more: object) => ({ priorityId, minutes: 60, cause: 'OTHER', happenedOn: '2026-11-01', ...more })

    it.each([
      [{ happenedOn: '2026-11-22' }, { __typename: 'DisplacementDayRefused', earliestDay: '2026-04-01', latestDay: '2026-11-21' }],
      [{ happenedOn: '2026-03-31' }, { __typename: 'DisplacementDayRefused', field: 'happenedOn' }],
      [{ minutes: 0 }, { __typename: 'MinutesRefused', field: 'minutes' }],
      [{ minutes: -5 }, { __typename: 'MinutesRefused', field: 'minutes' }],
      [{ minutes: 120_001 }, { __typename: 'MinutesRefused', mostMinutes: 120_000 }],
      [
        { cause: 'REQUIREMENT', requirementCode: 'other' },
        { __typename: 'RequirementNotOnChecklist', field: 'requirementCode' },
      ],
      [{ milestoneId: '5f0f7c9e-7d5b-4d6e-9c9a-0f9c4a1f2b11' }, { __typename: 'MilestoneUnknown', milestones: [] }],
    ])('%j', async (more, refusal) => {
      expect(await given.manager.mutate(recordDisplacement, entry(more))).toMatchObject(refusal)
    })

    it.each([{ cause: 'REQUIREMENT' }, { cause: 'REQUEST' }, { cause: 'OTHER', requirementCode: 'report' }, { minutes: 1.5 }])(
      'input that does not fit: %j',
      async (more) => {
        expect(await given.manager.codeOf(recordDisplacement, { input: entry(more) })).toBe('BAD_USER_INPUT')
      },
    )

    it('another network’s priority, and other roles', async () => {
      const stranger = await test.given.manager(await test.given.network())
      expect(await stranger.codeOf(recordDisplacement, { input: entry({}) })).toBe('NOT_FOUND')
      const practice = await test.given.person('practice-member', given.network.practiceCodes[0] ?? '')
      expect(await practice.codeOf(recordDisplacement, { input: entry({}) })).toBe('FORBIDDEN')
    })
  })
})
