import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { PersonEntity } from '../../src/access/access.entity.js'
import { startApp, type TestApp } from '../support/app.js'
import { type Client } from '../support/client.js'
import { statementsOf } from '../support/statements.js'
import { trailOf } from '../support/trail.js'
import { assignItem, setOwnersFromCsv } from './operations.js'

const csvOf = /* GraphQL */ `
  query ($odsCode: String!) {
    network(odsCode: $odsCode) {
      checklist {
        itemsCsv
      }
    }
  }
`

describe('the file of owners', () => {
  let test: TestApp
  beforeAll(async () => {
    test = await startApp()
  })
  afterAll(() => test.close())

  async function start(
    entries = [
      { code: 'F-1', title: 'Plain' },
      { code: 'F-2', title: '=1+1, "quoted"' },
      { code: 'F-3', title: 'Third' },
    ],
  ) {
    const network = await test.given.network()
    const checklist = await test.given.checklist(network, { entries })
    const manager = await test.given.manager(network)
    const director = await test.given.director(network)
    return {
      network,
      checklist,
      manager,
      director,
      csv: async () => (await manager.query(csvOf, { odsCode: network.code }))['network'].checklist.itemsCsv as string,
    }
  }

  async function emailOf({ personId = '' }: Client): Promise<string> {
    return (await test.given.database.manager.findOneByOrFail(PersonEntity, { id: personId })).email ?? ''
  }

  it('is written with every item, and nothing in it is a formula', async () => {
    const { checklist, manager, csv } = await start()
    await manager.mutate(assignItem, { itemId: checklist.item('F-3').id, personId: manager.personId, note: '-ask again' })
    const lines = (await csv()).split('\r\n')
    expect(lines[0]).toBe('code,title,status,due,owner,note')
    expect(lines).toHaveLength(5)
    expect(lines[1]).toMatch(/^F-1,Plain,[A-Z_]+,[0-9-]*,,$/)
    expect(lines[2]).toMatch(/^F-2,"'=1\+1, ""quoted""",/)
    expect(lines[3]).toContain(`,${await emailOf(manager)},'-ask again`)
  })

  it('is read back as it was written, and changes nothing then', async () => {
    const { network, checklist, manager, csv } = await start()
    await manager.mutate(assignItem, { itemId: checklist.item('F-3').id, personId: manager.personId, note: '\'=two\nlines, "quoted"' })
    const file = await csv()
    const before = (await trailOf(test, network.code, 'item.assign')).length
    const result = await manager.mutate(setOwnersFromCsv, { checklistId: checklist.id, csv: file })
    expect(result).toEqual({ __typename: 'OwnersSet', changedItems: 0, checklist: { id: checklist.id, itemsCsv: file } })
    expect(await trailOf(test, network.code, 'item.assign')).toHaveLength(before)
  })

  it('sets owners by email address, and notes; what is left out stays', async () => {
    const { network, checklist, manager, director } = await start()
    await manager.mutate(assignItem, { itemId: checklist.item('F-1').id, personId: manager.personId, note: 'Mine' })
    await manager.mutate(assignItem, { itemId: checklist.item('F-2').id, personId: manager.personId, note: 'Mine' })
    const csv = `\uFEFFNote,Owner,CODE,extra\n"First, then",${(await emailOf(director)).toUpperCase()},F-3,x\n,,F-2,\n,,,\n`
    const result = await manager.mutate(setOwnersFromCsv, { checklistId: checklist.id, csv })
    expect(result).toMatchObject({ __typename: 'OwnersSet', changedItems: 2 })
    const lines = result['checklist'].itemsCsv.split('\r\n')
    expect(lines[1]).toContain(`,${await emailOf(manager)},Mine`)
    expect(lines[2]).toMatch(/,,$/)
    expect(lines[3]).toContain(`,${await emailOf(director)},"First, then"`)
    expect(await trailOf(test, network.code, 'item.assign')).toHaveLength(4)
  })

  it('names every problem at once and changes nothing', async () => {
    const { checklist, manager, csv } = await start()
    const stranger = await test.given.manager(await test.given.network())
    const before = await csv()
    const rows = [
      'code,owner,note',
      `F-1,${await emailOf(manager)},Fine`,
      'F-9,,',
      `F-2,${await emailOf(stranger)},`,
      `F-1,,`,
      'F-3,,a\u0007b',
      'F-3,,two,many',
      '24-Jan,,',
      `F-3,,${'a'.repeat(2001)}`,
    ]
    const result = await manager.mutate(setOwnersFromCsv, { checklistId: checklist.id, csv: rows.join('\n') })
    expect(result).toMatchObject({ __typename: 'OwnersFileRefused', field: 'csv' })
    expect(result['problems']).toEqual([
      { row: 3, column: 'code', message: 'This checklist has no item F-9.' },
      { row: 4, column: 'owner', message: `Nobody with the address ${await emailOf(stranger)} works here.` },
      { row: 5, column: 'code', message: 'The code F-1 is on line 2 too.' },
      { row: 6, column: 'note', message: 'The note must not contain control characters.' },
      { row: 7, column: null, message: 'This line has 4 cells; the heading has 3.' },
      {
        row: 8,
        column: 'code',
        message: 'This checklist has no item 24-Jan. A spreadsheet has read it as a date: open the file with this column as text.',
      },
      { row: 9, column: 'note', message: 'The note must be at most 2,000 characters.' },
    ])
    expect(await csv()).toBe(before)
  })

  it.each([
    ['a missing column', 'code,owner\nF-1,', [{ row: 1, column: 'note', message: 'There is no column note.' }]],
    ['a column twice', 'code,owner,note,owner\n', [{ row: 1, column: 'owner', message: 'There are 2 columns owner.' }]],
    ['bad quoting', 'code,owner,note\nF-1,,\nF-2,,"open\n', [{ row: 3, column: null, message: expect.stringContaining('quotes') }]],
    [
      'a stray quote',
      'code,owner,note\nF-9,,\nF-2,,"a" b\n',
      [
        { row: 2, column: 'code' },
        { row: 3, column: null },
      ],
    ],
    ['an empty file', '', [{ column: 'code' }, { column: 'owner' }, { column: 'note' }]],
  ])('refuses %s', async (_, csv, problems) => {
    const { checklist, manager } = await start()
    const result = await manager.mutate(setOwnersFromCsv, { checklistId: checklist.id, csv })
    expect(result).toMatchObject({ __typename: 'OwnersFileRefused', problems })
    expect(result['problems']).toHaveLength(problems.length)
  })

  it('keeps an owner who has left, as long as the line is not changed', async () => {
    const { network, checklist, manager, csv } = await start()
    const leaving = await test.given.person('clinical-director', network.code)
    await manager.mutate(assignItem, { itemId: checklist.item('F-1').id, personId: leaving.personId, note: 'Yours' })
    const { database } = test.given
    await database.transaction(() =>
      database.manager.query(`UPDATE "membership" SET "endsOn" = '2026-10-01' WHERE "personId" = '${leaving.personId}'`),
    )
    const file = await csv()
    expect(await manager.mutate(setOwnersFromCsv, { checklistId: checklist.id, csv: file })).toMatchObject({ changedItems: 0 })
    const moved = file.replace(/^F-2,(.*),,$/m, `F-2,$1,${await emailOf(leaving)},`)
    expect(await manager.mutate(setOwnersFromCsv, { checklistId: checklist.id, csv: moved.replace('Yours', 'Still yours') })).toMatchObject(
      {
        __typename: 'OwnersFileRefused',
        problems: [{ row: 3, column: 'owner' }],
      },
    )
  })

  it('is 1 MB at most', async () => {
    const { checklist, manager } = await start()
    const { status, errors } = await manager.send(setOwnersFromCsv, { input: { checklistId: checklist.id, csv: 'a'.repeat(1_000_001) } })
    expect([status, errors[0]?.extensions['code']]).toEqual([200, 'BAD_USER_INPUT'])
  })

  it('shows a commissioner neither owners nor notes', async () => {
    const { network, checklist, manager } = await start()
    await manager.mutate(assignItem, { itemId: checklist.item('F-1').id, personId: manager.personId, note: 'Between us' })
    const commissioner = await test.given.commissioner(network)
    const csv = (await commissioner.query(csvOf, { odsCode: network.code }))['network'].checklist.itemsCsv as string
    expect(csv).toContain('F-1,Plain,')
    expect(csv).not.toContain('Between us')
    expect(csv).not.toContain('@')
  })

  it('is for who runs the network', async () => {
    const { network, checklist } = await start()
    const input = { checklistId: checklist.id, csv: 'code,owner,note\n' }
    const stranger = await test.given.manager(await test.given.network())
    expect(await stranger.codeOf(setOwnersFromCsv, { input })).toBe('NOT_FOUND')
    const commissioner = await test.given.commissioner(network)
    expect(await commissioner.codeOf(setOwnersFromCsv, { input })).toBe('NOT_FOUND')
    const member = await test.given.person('practice-member', network.practiceCodes[0] ?? '')
    expect(await member.codeOf(setOwnersFromCsv, { input })).toBe('FORBIDDEN')
  })

  it('takes as many statements for many lines as for one', async () => {
    const count = async (lines: number) => {
      const entries = Array.from({ length: lines }, (_, index) => ({ code: `S-${index}`, title: 'Same' }))
      const { checklist, manager } = await start(entries)
      const csv = ['code,owner,note', ...entries.map(({ code }) => `${code},${manager.personId},Note`)].join('\n')
      return statementsOf(test, () => manager.mutate(setOwnersFromCsv, { checklistId: checklist.id, csv }))
    }
    expect(await count(30)).toBe(await count(1))
  })
})
