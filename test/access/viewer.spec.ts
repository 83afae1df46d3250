import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { startApp, type TestApp } from '../support/app.js'
import { Client } from '../support/client.js'

const viewer = /* GraphQL */ `
  query {
    viewer {
      person {
        name
      }
      memberships {
        role
        organisationCode
      }
    }
  }
`

describe('viewer', () => {
  let test: TestApp
  beforeAll(async () => {
    test = await startApp()
  })
  afterAll(() => test.close())

  it('says who is calling and what they are', async () => {
    const network = await test.given.network()
    const manager = await test.given.manager(network)
    const data = await manager.query(viewer)
    expect(data['viewer'].memberships).toEqual([{ role: 'NETWORK_MANAGER', organisationCode: network.code }])
  })

  it('is closed to nobody', async () => {
    expect(await test.nobody.codeOf(viewer)).toBe('UNAUTHENTICATED')
  })

  it('refuses a token that is not known', async () => {
    expect(await new Client(test.url, 'headroom_wrong').codeOf(viewer)).toBe('UNAUTHENTICATED')
  })
})
