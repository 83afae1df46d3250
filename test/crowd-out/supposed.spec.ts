import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { startApp, type TestApp } from '../support/app.js'
import { crowdOutOf } from './operations.js'
import { workedExample } from './situation.js'

describe('what cannot be supposed', () => {
  let test: TestApp
  let example: Awaited<ReturnType<typeof workedExample>>
  beforeAll(async () => {
    test = await startApp()
    example = await workedExample(test)
  })
  afterAll(() => test.close())

  const refused = async (args: string, fields = 'displacedMinutes') => {
    const { data, errors } = await example.director.send(crowdOutOf(args, fields), { code: example.network.code })
    expect((data?.['network'] as { crowdOut: unknown }).crowdOut).toBeNull()
    expect(errors).toHaveLength(1)
    expect(errors[0]?.extensions['code']).toBe('BAD_USER_INPUT')
    return errors[0]?.extensions['problems'] as { field: string; message: string }[]
  }

  it.each([
    ['relaxing: ["cancer-review", "no-such"]', 'relaxing.1', 'no-such'],
    ['pursuing: ["no-such"]', 'pursuing.0', 'no-such'],
    ['dropping: ["slot-mapping"]', 'dropping.0', 'slot-mapping is not paid work'],
    ['relaxing: ["cancer-review", "cancer-review"]', 'relaxing.1', 'twice'],
    ['moving: [{ code: "no-such", firstMonth: 0, lastMonth: 1 }]', 'moving.0.code', 'no-such'],
    ['moving: [{ code: "cancer-review", firstMonth: 0, lastMonth: 12 }]', 'moving.0.lastMonth', '12'],
    ['moving: [{ code: "cancer-review", firstMonth: 5, lastMonth: 4 }]', 'moving.0.lastMonth', 'ends before'],
    ['adding: [{ staffGroup: "COOKS", month: 0, minutes: 1 }]', 'adding.0.staffGroup', 'COOKS'],
    ['adding: [{ staffGroup: "CLINICAL_DIRECTOR", month: -1, minutes: 1 }]', 'adding.0.month', '-1'],
    ['adding: [{ staffGroup: "CLINICAL_DIRECTOR", month: 0, minutes: -1 }]', 'adding.0.minutes', '0 or more'],
    ['adding: [{ staffGroup: "CLINICAL_DIRECTOR", month: 0, minutes: 9000 }]', 'adding.0.minutes', '10,000'],
    ['protecting: ["someone-else"]', 'protecting.0', 'someone-else'],
    ['from: 12', 'from', '12'],
  ])('%s', async (args, field, words) => {
    const problems = await refused(args)
    expect(problems).toMatchObject([{ field }])
    expect(problems[0]?.message).toContain(words)
  })

  it('names everything at once', async () => {
    const problems = await refused('relaxing: ["one"], dropping: ["two"], from: -1')
    expect(problems.map(({ field }) => field)).toEqual(['relaxing.0', 'dropping.0', 'from'])
  })

  it('nothing that is both pursued and dropped', async () => {
    expect(await refused('pursuing: ["cancer-review"], dropping: ["cancer-review"]')).toMatchObject([{ field: 'dropping.0' }])
  })

  it.each([
    ['returnedTogetherMinutes(items: ["cancer-review", "no-such"])', 'items.1'],
    ['headline(staffGroup: "COOKS")', 'staffGroup'],
    ['explain(figure: DISPLACED, staffGroup: "COOKS") { minutes }', 'staffGroup'],
    ['explain(figure: RETURNED) { minutes }', 'item'],
  ])('%s', async (field, problem) => {
    const { errors } = await example.director.send(crowdOutOf('', field), { code: example.network.code })
    expect(errors[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', problems: [{ field: problem }] })
  })

  it('another network’s priority or requirement, which is as unknown as one that is not there', async () => {
    const other = await workedExample(test)
    const [problem] = await refused(`protecting: ["${other.over65s}"]`)
    expect(problem?.message).toBe(`There is no priority ${other.over65s} in this plan.`)
  })
})
