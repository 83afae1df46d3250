import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { startApp, type TestApp } from '../support/app.js'
import { type Client } from '../support/client.js'
import { type NetworkGiven } from '../support/given.js'
import { givenRequest } from '../support/requests.js'
import { trailOf } from '../support/trail.js'
import { committees, coverNetworks, requestDesk } from './operations.js'

describe('coverNetworks', () => {
  let test: TestApp
  let operator: Client
  let lmc: Client
  let one: NetworkGiven
  let two: NetworkGiven
  let lmcCode: string
  let made = 0
  beforeAll(async () => {
    test = await startApp()
    operator = await test.given.person('operator', 'ENGLAND')
  })
  beforeEach(async () => {
    lmcCode = `LX${String((made += 1)).padStart(2, '0')}`
    one = await test.given.network()
    two = await test.given.network()
    lmc = await test.given.person('lmc', lmcCode)
  })
  afterAll(() => test.close())

  const covering = (networks: readonly NetworkGiven[], more: object = {}) => ({
    ...{ lmcCode, name: 'Merrowshire LMC', networkCodes: networks.map(({ code }) => code), ...more },
  })
  const known = async (by: Client) => (await by.query(committees))['localMedicalCommittees'] as Record<string, unknown>[]
  const desk = async () => ((await lmc.query(requestDesk))['requests'].nodes as { id: string }[]).map(({ id }) => id)

  it('opens to an LMC what these networks are asked, from the day on, and no other network', async () => {
    const asked = await givenRequest(await test.given.manager(one), [one])
    await givenRequest(await test.given.manager(two), [two])
    expect(await desk()).toEqual([])
    expect(await operator.mutate(coverNetworks, covering([one]))).toMatchObject({ __typename: 'NetworksCovered', added: 1, ended: 0 })
    expect(await desk()).toEqual([asked])
    expect(await known(lmc)).toEqual([
      { code: lmcCode, name: 'Merrowshire LMC', networks: [{ odsCode: one.code, startsOn: '2026-11-21', endsOn: null }] },
    ])
  })

  it('begins and ends on days: what is to come does not count yet, and what was stays told', async () => {
    const asked = await givenRequest(await test.given.manager(one), [one])
    await operator.mutate(coverNetworks, covering([one], { startsOn: '2026-11-22' }))
    expect(await desk()).toEqual([])
    await operator.mutate(coverNetworks, covering([one], { startsOn: '2026-04-01' }))
    await operator.mutate(coverNetworks, covering([two], { startsOn: '2026-12-01' }))
    expect(await desk()).toEqual([asked])
    expect(await known(lmc)).toMatchObject([
      {
        networks: [
          { odsCode: one.code, startsOn: '2026-04-01', endsOn: '2026-11-30' },
          { odsCode: two.code, startsOn: '2026-12-01', endsOn: null },
        ],
      },
    ])
  })

  it('changes nothing when said again, and renames', async () => {
    await operator.mutate(coverNetworks, covering([one, two]))
    const again = await operator.mutate(coverNetworks, covering([two, one], { name: 'Merrowshire Local Medical Committee' }))
    expect(again).toMatchObject({ added: 0, ended: 0 })
    expect(await known(lmc)).toMatchObject([{ name: 'Merrowshire Local Medical Committee', networks: [{}, {}] }])
    expect(await trailOf(test, lmcCode, 'lmc.cover')).toMatchObject([{ details: { startsOn: '2026-11-21', ended: [] } }])
  })

  it('is known to a network’s people for their own network only', async () => {
    await operator.mutate(coverNetworks, covering([one, two]))
    const named = (code: string) => [{ code: lmcCode, networks: [{ odsCode: code }] }]
    expect(await known(await test.given.director(one))).toMatchObject(named(one.code))
    expect(await known(await test.given.person('practice-member', two.practiceCodes[0] ?? ''))).toMatchObject(named(two.code))
    expect(await known(await test.given.person('lmc', 'LX99'))).toEqual([])
    expect(await (await test.given.commissioner(one)).codeOf(committees)).toBe('FORBIDDEN')
  })

  it.each([['a network there is not', () => ({ networkCodes: ['UX9999'] }), { __typename: 'NetworksUnknown', field: 'networkCodes' }]])(
    'refuses %s, and keeps nothing',
    async (_, more, refusal) => {
      expect(await operator.mutate(coverNetworks, covering([two], more()))).toMatchObject(refusal)
      expect(await known(lmc)).toEqual([])
    },
  )

  it.each<[string, () => string | undefined]>([
    ['a network', () => one.code],
    ['a practice', () => one.practiceCodes[0]],
    ['an ICB', () => one.boardCode],
    ['an ICB that is not here', () => 'QX98'],
    ['all of England', () => 'ENGLAND'],
  ])('refuses the code of %s', async (_, code) => {
    const message = expect.stringContaining('such as LX01')
    expect(await operator.mutate(coverNetworks, covering([two], { lmcCode: code() }))).toMatchObject({
      ...{ __typename: 'LmcCodeTaken', field: 'lmcCode', message },
    })
    expect(await known(lmc)).toEqual([])
  })

  it('is for whoever runs the server: nobody widens their own reach', async () => {
    for (const person of [lmc, await test.given.director(one), await test.given.person('national-viewer', 'ENGLAND')]) {
      expect(await person.codeOf(coverNetworks, { input: covering([one]) })).toBe('FORBIDDEN')
    }
  })
})
