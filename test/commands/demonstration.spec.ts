import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { type NestExpressApplication } from '@nestjs/platform-express'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { TokenService } from '../../src/access/token.service.js'
import { createApp } from '../../src/app.js'
import { backUp } from '../../src/backup.js'
import { clockFor, load } from '../../src/loading.js'
import { Config } from '../../src/platform/config.js'
import { Client } from '../support/client.js'

const statuses = /* GraphQL */ `
  query ($code: String!) {
    network(odsCode: $code) {
      name
      invented
      checklist {
        progress {
          total
          overdue
          returned
          open
          evidenced
          accepted
          blocked
          notMet
        }
      }
      past: checklist(contractYear: "2024/25") {
        items(first: 100) {
          nodes {
            hazardOn
          }
        }
      }
    }
  }
`

/** Always on SQLite: the demonstration is what `npm start` makes of an empty folder. */
describe('the demonstration', () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'headroom-demonstration-'))
  const config = Config.from({ DATA_DIR: folder, PORT: '0' })
  let app: NestExpressApplication
  beforeAll(async () => {
    app = await createApp(config, clockFor(config))
    await load(app, config)
    await app.listen(0, '127.0.0.1')
  }, 120_000)
  afterAll(async () => {
    await app.close()
    fs.rmSync(folder, { recursive: true, force: true })
  })

  const client = async (email: string) => new Client(await app.getUrl(), await app.get(TokenService).createFor(email, { name: 'test' }))

  it('meets a new user with work that is due, late, returned, hazardous and done', async () => {
    const manager = await client('manager.ux0001@headroom.example')
    const { network } = await manager.query(statuses, { code: 'UX0001' })
    expect(network.invented).toBe(true)
    const { overdue, returned, open, evidenced } = network.checklist.progress
    expect(Math.min(open, evidenced)).toBeGreaterThan(3)
    expect(overdue).toBeGreaterThan(0)
    const hazards = network.past.items.nodes.filter(({ hazardOn }: { hazardOn: string | null }) => hazardOn !== null)
    expect(hazards.length).toBeGreaterThan(0)
    const commissioners = await Promise.all(['qx01', 'qx02'].map((code) => client(`commissioner.${code}@headroom.example`)))
    const boards = await Promise.all(
      commissioners.map((each, index) =>
        each.query(`{ integratedCareBoard(odsCode: "QX0${index + 1}") { progress { returned accepted } } reviewQueue { count } }`),
      ),
    )
    const total = (field: string) => boards.reduce((sum, board) => sum + board['integratedCareBoard'].progress[field], 0)
    expect(returned + total('returned')).toBeGreaterThan(0)
  })

  it('meets a clinical director with a sentence about her time, what would give some of it back, and a published statement', async () => {
    const query = `query ($code: String!) { network(odsCode: $code) {
      crowdOut { headline displacedMinutes highlights { code burdenPence rating } }
      observedCrowdOut { nationalMinutes }
      publishedStatements { text }
    } }`
    const { network } = await (await client('director.ux0001@headroom.example')).query(query, { code: 'UX0001' })
    const { headline, displacedMinutes, highlights } = network.crowdOut
    expect(headline).toMatch(/^National work asks for \d+ of your \d+ hours\./)
    expect(displacedMinutes).toBeGreaterThan(0)
    expect(highlights.length).toBeGreaterThan(0)
    for (const { burdenPence } of highlights) expect(burdenPence).toBeGreaterThan(0)
    expect(network.observedCrowdOut.nationalMinutes).toBeGreaterThan(0)
    const commissioner = await (await client('commissioner.qx01@headroom.example')).send(query, { code: 'UX0001' })
    expect(commissioner.data?.['network']).toMatchObject({
      crowdOut: null,
      observedCrowdOut: null,
      publishedStatements: network.publishedStatements,
    })
    expect(network.publishedStatements).toHaveLength(1)
  })

  it('is made once: loading again changes nothing', async () => {
    const said = await load(app, config)
    expect(said).toBe('Catalogue: 10 editions, 2019/20 to 2026/27.')
  })

  it('is refused as production data', async () => {
    const production = Config.from({ DATA_DIR: folder, MODE: 'production' })
    await expect(load(app, production)).rejects.toThrow('This database holds invented organisations')
  })

  it('can be backed up while it runs, and the copy answers', async () => {
    const copy = path.join(folder, 'copy')
    await backUp(config, copy)
    await expect(backUp(config, copy)).rejects.toThrow('is there already')
    const restored = await createApp(Config.from({ DATA_DIR: copy, PORT: '0' }), clockFor(config))
    await restored.listen(0, '127.0.0.1')
    const token = await restored.get(TokenService).createFor('manager.ux0001@headroom.example', { name: 'test' })
    const { network } = await new Client(await restored.getUrl(), token).query(statuses, { code: 'UX0001' })
    expect(network.checklist.progress.total).toBeGreaterThan(30)
    await restored.close()
  })
})
