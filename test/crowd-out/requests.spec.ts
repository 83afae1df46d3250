import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { answerRequest } from '../request/operations.js'
import { startApp, type TestApp } from '../support/app.js'
import { givenRequest } from '../support/requests.js'
import { recordDisplacement } from './displacement-operations.js'
import { crowdOutOf } from './operations.js'
import { withPriority, workedExample } from './situation.js'

const HOUR = 60

describe('requests in crowdOut', () => {
  let test: TestApp
  beforeAll(async () => {
    test = await startApp()
  })
  afterAll(() => test.close())

  it('are national work with their own origin once they are accepted, and none before', async () => {
    const given = await workedExample(test)
    const { network, manager, director } = given
    const asked = async (args = '') => (await director.query(crowdOutOf(args), { code: network.code }))['network'].crowdOut
    const minutes = [{ staffGroup: 'CLINICAL_DIRECTOR', minutes: { central: 12 * HOUR } }]
    const requestId = await givenRequest(manager, [network], { minutes, closesOn: '2026-12-31' })
    expect(await asked()).toMatchObject({ nationalMinutes: 208 * HOUR, displacedMinutes: 36 * HOUR })
    await manager.mutate(answerRequest, { requestId, networkCode: network.code, choice: 'ACCEPT' })
    const { nationalMinutes, displacedMinutes, items } = await asked()
    expect({ nationalMinutes, displacedMinutes }).toEqual({ nationalMinutes: 220 * HOUR, displacedMinutes: 48 * HOUR })
    expect(items.find(({ origin }: { origin: string }) => origin === 'REQUEST')).toMatchObject({
      ...{ code: 'R-1', requestId, item: null, minutes: 12 * HOUR, returnedMinutes: 12 * HOUR },
    })
    expect(await asked('relaxing: ["R-1"]')).toMatchObject({ displacedMinutes: 36 * HOUR })
  })

  it('can be what put a priority back', async () => {
    const given = await workedExample(test)
    const requestId = await givenRequest(given.manager, [given.network])
    const input = { priorityId: given.hypertension, minutes: 120, cause: 'REQUEST', requestId, happenedOn: '2026-11-05' }
    expect(await given.manager.mutate(recordDisplacement, input)).toMatchObject({ displacement: { requestId, cause: 'REQUEST' } })
    const other = await workedExample(test)
    const priorityId = await withPriority(other, 'Another', 60)
    expect(await other.manager.codeOf(recordDisplacement, { input: { ...input, priorityId } })).toBe('NOT_FOUND')
  })
})
