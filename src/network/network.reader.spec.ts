import { describe, expect, it } from '@jest/globals'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { roles } from '../access/domain/permission.js'
import { isInvented } from './domain/organisations.js'
import { readOrganisations } from './network.reader.js'

const today = '2026-11-21'

const right = {
  'boards.yaml': `regions:
  - { code: YX01, name: A region }
boards:
  - { code: QX01, name: An ICB, region: YX01, subIcbLocations: [{ code: SX01, name: A location }] }
`,
  'practices.yaml': `source: A test
listsOn: 1 January last year
practices:
  - { code: PX0001, name: One, patients: 5000 }
  - { code: PX0002, name: Two, patients: null }
`,
  'networks.yaml': `networks:
  - code: UX0001
    name: A network
    commissionedBy: [{ board: QX01, subIcbLocation: SX01, lead: true, since: 2022-07-01 }]
    practices:
      - { code: PX0001, joined: 2019-07-01 }
      - { code: PX0002, joined: 2019-07-01, left: 61 days ago }
  - code: UX0002
    name: Another
    commissionedBy: [{ board: QX01, lead: true, since: 2022-07-01 }]
    practices:
      - { code: PX0002, joined: 60 days ago }
`,
  'people.yaml': `people:
  - { name: Somebody, address: manager@headroom.example, roles: [{ role: network-manager, organisation: UX0001 }] }
  - { name: Another, address: practice@headroom.example, roles: [{ role: practice-member, organisation: PX0001 }] }
`,
}
type Name = keyof typeof right

function messagesOf(files: Partial<Record<Name, string>>): readonly string[] {
  const folder = mkdtempSync(join(tmpdir(), 'headroom-organisations-'))
  try {
    for (const [name, text] of Object.entries({ ...right, ...files })) writeFileSync(join(folder, name), text)
    return readOrganisations(folder, today).problems.map((problem) => problem.message)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

describe('readOrganisations', () => {
  it('reads a folder without problems', () => {
    expect(messagesOf({})).toEqual([])
  })

  it.each<{ slip: string; file: Name; change: [string, string]; says: string }>([
    {
      slip: 'a real network code',
      file: 'networks.yaml',
      change: ['code: UX0002', 'code: U12345'],
      says: 'networks.yaml:8 networks[1].code: expected an invented code such as UX0001; found "U12345"',
    },
    {
      slip: 'a real practice code',
      file: 'practices.yaml',
      change: ['PX0002', 'P92647'],
      says: 'practices.yaml:5 practices[1].code: expected an invented code such as PX0001; found "P92647"',
    },
    {
      slip: 'a real ICB code',
      file: 'boards.yaml',
      change: ['QX01', 'QKK'],
      says: 'boards.yaml:4 boards[0].code: expected an invented code such as QX01; found "QKK"',
    },
    {
      slip: 'a real sub-ICB location',
      file: 'boards.yaml',
      change: ['SX01', '72Q'],
      says: 'boards.yaml:4 boards[0].subIcbLocations[0].code: expected an invented code such as SX01; found "72Q"',
    },
    {
      slip: 'a region that is not there',
      file: 'boards.yaml',
      change: ['region: YX01', 'region: YX02'],
      says: 'boards.yaml:4 boards[0].region: expected a region of regions; found "YX02"',
    },
    {
      slip: 'a practice twice',
      file: 'practices.yaml',
      change: ['PX0002', 'PX0001'],
      says: 'practices.yaml:5 practices[1].code: expected a practice no other entry has; found "PX0001"',
    },
    {
      slip: 'no patients instead of not known',
      file: 'practices.yaml',
      change: ['null', '0'],
      says: 'practices.yaml:5 practices[1].patients: expected a whole number from 1 to 200000, or null; found 0',
    },
    {
      slip: 'a list of no day',
      file: 'practices.yaml',
      change: ['1 January last year', '31 June last year'],
      says: 'practices.yaml:2 listsOn: expected a day such as',
    },
    {
      slip: 'a network twice',
      file: 'networks.yaml',
      change: ['code: UX0002', 'code: UX0001'],
      says: 'networks.yaml:8 networks[1].code: expected a network no other entry has; found "UX0001"',
    },
    {
      slip: 'a practice that is not there',
      file: 'networks.yaml',
      change: ['code: PX0001', 'code: PX0009'],
      says: 'networks.yaml:6 networks[0].practices[0].code: expected a practice of practices.yaml; found "PX0009"',
    },
    {
      slip: 'a practice in two networks at once',
      file: 'networks.yaml',
      change: ['60 days ago', '61 days ago'],
      says: 'networks.yaml:12 networks[1].practices[0]: expected days on which PX0002 is in no other network; found "UX0001 as well"',
    },
    {
      slip: 'leaving before joining',
      file: 'networks.yaml',
      change: ['61 days ago', '2019-06-30'],
      says: 'networks.yaml:7 networks[0].practices[1].left: expected 2019-07-01 or later, as it joined then; found "2019-06-30"',
    },
    {
      slip: 'an ICB that is not there',
      file: 'networks.yaml',
      change: ['board: QX01, lead', 'board: QX02, lead'],
      says: 'networks.yaml:10 networks[1].commissionedBy[0].board: expected an ICB of boards.yaml; found "QX02"',
    },
    {
      slip: 'a location of another ICB',
      file: 'networks.yaml',
      change: ['SX01', 'SX09'],
      says: 'networks.yaml:4 networks[0].commissionedBy[0].subIcbLocation: expected a sub-ICB location of QX01; found "SX09"',
    },
    {
      slip: 'nobody who leads',
      file: 'networks.yaml',
      change: ['SX01, lead: true', 'SX01, lead: false'],
      says: 'networks.yaml:4 networks[0].commissionedBy: expected one ICB that leads; found "0 that lead"',
    },
    {
      slip: 'an unknown field',
      file: 'networks.yaml',
      change: ['name: Another', 'nmae: Another'],
      says: 'networks.yaml:9 networks[1].nmae: expected no such field (known: code, name, commissionedBy, practices); found "Another"',
    },
    {
      slip: 'an address elsewhere',
      file: 'people.yaml',
      change: ['manager@headroom.example', 'manager@example.org'],
      says: 'people.yaml:2 people[0].address: expected a lower-case address at headroom.example; found "manager@example.org"',
    },
    {
      slip: 'an address twice',
      file: 'people.yaml',
      change: ['practice@', 'manager@'],
      says: 'people.yaml:3 people[1].address: expected a person no other entry has; found "manager@headroom.example"',
    },
    {
      slip: 'a role in the wrong organisation',
      file: 'people.yaml',
      change: ['UX0001', 'QX01'],
      says: 'people.yaml:2 people[0].roles[0].organisation: expected an invented code such as UX0001; found "QX01"',
    },
    {
      slip: 'an organisation that is not there',
      file: 'people.yaml',
      change: ['PX0001', 'PX0009'],
      says: 'people.yaml:3 people[1].roles[0].organisation: expected an organisation of the other files; found "PX0009"',
    },
    {
      slip: 'an unknown role',
      file: 'people.yaml',
      change: ['network-manager', 'manager'],
      says: 'people.yaml:2 people[0].roles[0].role: expected one of network-manager',
    },
    {
      slip: 'broken YAML',
      file: 'boards.yaml',
      change: ['{ code: YX01', '{ code: YX01, ]'],
      says: 'boards.yaml:2 the file: expected plain YAML',
    },
  ])('names file, line and field of $slip', ({ file, change, says }) => {
    const text = right[file]
    expect(text).toContain(change[0])
    expect(messagesOf({ [file]: text.replace(...change) })).toContainEqual(expect.stringContaining(says))
  })

  it('names every problem at once', () => {
    const messages = messagesOf({
      'boards.yaml': right['boards.yaml'].replace('name: An ICB', 'name: ""'),
      'practices.yaml': right['practices.yaml'].replace('5000', 'many'),
      'networks.yaml': right['networks.yaml'].replace('name: Another', 'called: Another'),
      'people.yaml': right['people.yaml'].replace('network-manager', 'boss').replace('practice@', 'Practice@'),
    })
    expect(messages.map((message) => message.split(' ')[0])).toEqual([
      'boards.yaml:4',
      'networks.yaml:8',
      'networks.yaml:9',
      'people.yaml:2',
      'people.yaml:3',
      'practices.yaml:4',
    ])
  })

  it('goes on to other entries after a wrong one', () => {
    const people = right['people.yaml'].replace('network-manager', 'boss').replace('PX0001', 'PX0009')
    expect(messagesOf({ 'people.yaml': people }).map((message) => message.split(' ')[0])).toEqual(['people.yaml:2', 'people.yaml:3'])
  })

  it('does not call a code missing whose own entry is wrong', () => {
    expect(messagesOf({ 'practices.yaml': right['practices.yaml'].replace('5000', 'many') })).toHaveLength(1)
  })

  it('says which file is missing', () => {
    const folder = mkdtempSync(join(tmpdir(), 'headroom-organisations-'))
    const { value, problems } = readOrganisations(folder, today)
    rmSync(folder, { recursive: true })
    expect(value).toBeNull()
    expect(problems.map((problem) => problem.file)).toEqual(['boards.yaml', 'networks.yaml', 'people.yaml', 'practices.yaml'])
  })
})

describe('the organisations shipped for demonstration', () => {
  // A leap day, the first and the last day of a contract year, and one in between.
  const days = ['2026-04-01', today, '2027-03-31', '2028-02-29', '2031-06-15']

  it.each(days)('have the shapes they were made for, on %s', (day) => {
    const { value, problems } = readOrganisations('data/organisations', day)
    expect(problems).toEqual([])
    if (!value) throw new Error('Nothing was read')
    const { memberships, listSizes, networks } = value.organisations
    const shapes = networks.map(({ odsCode }) => {
      const members = memberships.filter(
        (row) => row.networkCode === odsCode && row.startsOn <= day && (row.endsOn === null || row.endsOn >= day),
      )
      const lists = members.map(
        ({ practiceCode }) => listSizes.find((list) => list.practiceCode === practiceCode && list.onDay <= day)?.patients,
      )
      return {
        practices: members.length,
        patients: lists.includes(undefined) ? null : lists.reduce<number>((sum, size) => sum + (size ?? 0), 0),
      }
    })
    expect(shapes).toEqual([
      { practices: 3, patients: 38_000 },
      { practices: 4, patients: 33_000 },
      { practices: 6, patients: 35_000 },
      { practices: 5, patients: 36_000 },
      { practices: 14, patients: 104_300 },
      { practices: 1, patients: 41_200 },
      { practices: 3, patients: null },
    ])
  })

  it('are all invented, with somebody in every role', () => {
    const { value } = readOrganisations('data/organisations', today)
    if (!value) throw new Error('Nothing was read')
    const { boards, subIcbLocations, networks, practices } = value.organisations
    expect([...boards, ...subIcbLocations, ...networks, ...practices].filter(({ odsCode }) => !isInvented(odsCode))).toEqual([])
    expect(new Set(value.people.flatMap((person) => person.roles.map(({ role }) => role)))).toEqual(new Set(roles))
  })
})
