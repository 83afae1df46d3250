import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readCatalogue, readGlossary, readYear } from './specification.reader.js'

const specification = `contractYear: 2024/25
edition: 1
status: PUBLISHED
title: Network Contract DES 2024/25
version: null
publishedOn: null
effectiveFrom: 2024-04-01
coverage: One entry.
sources:
  - { key: PULSE-2425, title: An article, url: "https://example.org/a" }
`
const signUp = `area: { code: sign-up, title: Sign-up, order: 1 }
entries:
  - code: 24-01
    key: participation-decision
    kind: DUTY
    title: Tell the commissioner
    text: Each practice tells its commissioner.
    paragraph: null
    sources: [PULSE-2425]
    certainty: SOURCED
    responsible: [PRACTICE]
    nature: DECLARE
    obligation: GATE
    fallsDue: ANNUAL
    shownEvery: YEAR
    standing: false
    window: { dueOn: 2024-04-30 }
    evidence: [{ what: Copy of the notice, per: PRACTICE }]
    decidedBy: NOBODY
    money: null
    defaultsToNoOn: null
    informationGovernance: false
    declarationFacts: { selfDeclared: true, documentOrRole: false, fixedNationally: true, yesNo: true, noOutcomeMeasure: null, calledTickBox: false }
`

type Files = Readonly<Record<string, string | Buffer>>

/** Reads a folder made of these files, and removes it again. */
function reading<T>(files: Files, read: (root: string) => T): T {
  const root = mkdtempSync(join(tmpdir(), 'catalogue-'))
  try {
    for (const [name, content] of Object.entries(files)) {
      mkdirSync(join(root, name, '..'), { recursive: true })
      writeFileSync(join(root, name), content)
    }
    return read(root)
  } finally {
    rmSync(root, { recursive: true })
  }
}

function messagesOf(files: Files): string[] {
  return reading(files, (root) => readYear(join(root, '2024-25'))).problems.map((problem) => problem.message)
}

const whole = { '2024-25/specification.yaml': specification, '2024-25/sign-up.yaml': signUp }

describe('readYear', () => {
  it('gives the whole year, with areas, digests and window filled in', () => {
    const { value, problems } = reading(whole, (root) => readYear(join(root, '2024-25')))
    expect(problems).toEqual([])
    expect(value).toMatchObject({
      specification: { contractYear: '2024/25', edition: 1 },
      areas: [{ code: 'sign-up' }],
      entries: [{ code: '24-01', areaCode: 'sign-up', position: 0, carriedFrom: null }],
      digest: expect.stringMatching(/^[0-9a-f]{64}$/),
    })
    expect(value?.entries[0]).toMatchObject({
      window: { opensOn: null, dueOn: '2024-04-30', dueDays: null, afterYearEnd: false },
      textDigest: expect.stringMatching(/^[0-9a-f]{64}$/),
    })
  })

  it.each<[name: string, file: string, from: string, to: string, message: string]>([
    [
      'wrong word',
      'sign-up',
      'DECLARE',
      'DECLAR',
      ':12 entries[0].nature: expected one of DECLARE, REPORT, GOVERN, DELIVER; found "DECLAR"',
    ],
    ['missing field', 'sign-up', '    decidedBy: NOBODY\n', '', ':3 entries[0].decidedBy: expected this field; found nothing'],
    ['unknown field', 'sign-up', 'paragraph: null', 'paragraf: null', ':8 entries[0].paragraf: expected no such field (known: kind, code,'],
    [
      'unlisted source',
      'sign-up',
      '[PULSE-2425]',
      '[PULSE]',
      ':9 entries[0].sources[0]: expected the key of a source listed in specification.yaml; found "PULSE"',
    ],
    [
      'no real day',
      'sign-up',
      '2024-04-30',
      '2024-04-31',
      ':17 entries[0].window.dueOn: expected a real day written as YYYY-MM-DD, or null; found "2024-04-31"',
    ],
    ['broken YAML', 'sign-up', 'area: {', 'area: {{', ':2 the file: expected plain YAML; found a line indented differently'],
    ['two documents', 'sign-up', 'entries:', '---\nentries:', ':2 the file: expected plain YAML; found a second document'],
    [
      'field twice',
      'sign-up',
      '    standing: false\n',
      '    standing: false\n    standing: true\n',
      ':17 the file: expected plain YAML; found the same field twice in one group',
    ],
    ['anchor', 'sign-up', 'money: null', 'money: &m null', ':20 the file: expected plain YAML; found the anchor &m: write the value out'],
    ['reference', 'sign-up', 'money: null', 'money: *m', ':20 the file: expected plain YAML; found the reference *m: write the value out'],
    ['tag', 'sign-up', 'money: null', 'money: !!binary aGk=', ':20 the file: expected plain YAML; found the tag '],
    [
      'year of another folder',
      'specification',
      '2024/25\n',
      '2025/26\n',
      ':1 contractYear: expected the year and edition of the folder 2024-25; found "2025-26"',
    ],
    [
      'no contract year',
      'specification',
      '2024/25\n',
      '2024/26\n',
      ':1 contractYear: expected a contract year written as 2024/25; found "2024/26"',
    ],
    [
      'address that runs something',
      'specification',
      'https://example.org/a',
      'javascript:alert(1)',
      ':10 sources[0].url: expected an address that starts with http',
    ],
  ])('names file and line: %s', (_name, file, from, to, message) => {
    const path = `2024-25/${file}.yaml`
    const content = file === 'sign-up' ? signUp : specification
    expect(content).toContain(from)
    const messages = messagesOf({ ...whole, [path]: content.replace(from, to) })
    expect(messages).toEqual(expect.arrayContaining([expect.stringContaining(`${path}${message}`)]))
  })

  it('reports every problem of every file at once', () => {
    const broken = signUp.replace('DECLARE', 'DECLAR').replace('GATE', 'GAT').replace('kind: DUTY', 'kind: DUTTY')
    const messages = messagesOf({ '2024-25/specification.yaml': specification.replace('PUBLISHED', 'OUT'), '2024-25/sign-up.yaml': broken })
    expect(messages.map((message) => message.split(':')[1]?.split(' ')[0])).toEqual(['5', '12', '13', '3'])
  })

  it.each<[name: string, files: Files, message: string]>([
    [
      'too large',
      { ...whole, '2024-25/big.yaml': `# ${'x'.repeat(1_048_576)}` },
      '2024-25/big.yaml the file: expected at most 1048576 bytes; found 1048578',
    ],
    [
      'not UTF-8',
      { ...whole, '2024-25/odd.yaml': Buffer.from([0xff, 0xfe, 0x41]) },
      '2024-25/odd.yaml the file: expected a readable file in UTF-8',
    ],
    [
      'empty file',
      { ...whole, '2024-25/empty.yaml': '' },
      '2024-25/empty.yaml:1 the file: expected a group of fields (area, entries); found null',
    ],
    [
      'only a word',
      { ...whole, '2024-25/word.yaml': 'hello' },
      '2024-25/word.yaml:1 the file: expected a group of fields (area, entries); found "hello"',
    ],
    ['another ending', { ...whole, '2024-25/more.yml': signUp }, '2024-25/more.yml the file: expected only files that end in .yaml'],
    ['no specification.yaml', { '2024-25/sign-up.yaml': signUp }, '2024-25/specification.yaml the file: expected this file; found nothing'],
    [
      'file called otherwise',
      { ...whole, '2024-25/other.yaml': signUp },
      '2024-25/other.yaml:1 area.code: expected other, as the file is called other.yaml; found "sign-up"',
    ],
    [
      'code twice',
      { ...whole, '2024-25/other.yaml': signUp },
      'expected a code no other entry of the year has (it is also in 2024-25/other.yaml); found "24-01"',
    ],
    ['no folder', {}, '2024-25 the file: expected a folder that can be read; found "ENOENT"'],
  ])('refuses %s', (_name, files, message) => {
    expect(messagesOf(files)).toEqual(expect.arrayContaining([expect.stringContaining(message)]))
  })

  it('survives a megabyte of opening brackets and a bomb of references', () => {
    const bomb = `a: &a [x,x]\nb: &b [*a,*a,*a]\nc: &c [*b,*b,*b]\narea: [*c,*c]\n`
    const messages = messagesOf({ ...whole, '2024-25/deep.yaml': '['.repeat(100_000), '2024-25/bomb.yaml': bomb })
    expect(messages.filter((message) => message.includes('deep.yaml')).length).toBeGreaterThan(0)
    expect(messages.filter((message) => message.includes('bomb.yaml')).length).toBe(11)
  })

  it('never throws, and never gives both a year and problems, whatever is done to a file', () => {
    const slip = fc.tuple(
      fc.nat(signUp.length),
      fc.nat(40),
      fc.oneof(fc.string({ unit: 'binary', maxLength: 12 }), fc.constantFrom('\t', ': ', '- ', '{', '&a ', '*a', '---\n', '0', '~', '|\n')),
    )
    fc.assert(
      fc.property(slip, ([start, length, inserted]) => {
        const content = signUp.slice(0, start) + inserted + signUp.slice(start + length)
        const { value, problems } = reading({ ...whole, '2024-25/sign-up.yaml': content }, (root) => readYear(join(root, '2024-25')))
        expect(value === null).toBe(problems.length > 0)
      }),
      { numRuns: 300 },
    )
  })

  it('refuses a link in place of a file', () => {
    const messages = reading(whole, (root) => {
      symlinkSync(join(root, '2024-25/sign-up.yaml'), join(root, '2024-25/link.yaml'))
      return readYear(join(root, '2024-25')).problems.map((problem) => problem.message)
    })
    expect(messages).toEqual(['2024-25/link.yaml the file: expected only files that end in .yaml; found "link.yaml"'])
  })

  it('keeps an entry’s digest when its code or source changes, and changes it with its text', () => {
    const digestOf = (content: string) =>
      reading({ ...whole, '2024-25/sign-up.yaml': content }, (root) => readYear(join(root, '2024-25'))).value?.entries[0]?.textDigest
    const digest = digestOf(signUp)
    expect(digestOf(signUp.replace('24-01', '24-99').replace('paragraph: null', 'paragraph: "4.2"'))).toBe(digest)
    expect(digestOf(signUp.replace('tells its', 'informs its'))).not.toBe(digest)
    expect(digestOf(signUp.replace('2024-04-30', '2024-04-29'))).not.toBe(digest)
  })
})

describe('readCatalogue', () => {
  const next = {
    '2025-26/specification.yaml': specification.replace('2024/25\n', '2025/26\n').replace('2024-04-01', '2025-04-01'),
    '2025-26/sign-up.yaml': signUp.replace('2024-04-30', '2025-04-30').replace('24-01', '25-01'),
  }
  const carried = 'certainty: CARRIED_UNCONFIRMED\n    carriedFrom: { contractYear: 2024/25, code: 24-01 }'

  it('reads several years and a second edition', () => {
    const second = {
      '2024-25-edition-2/specification.yaml': specification.replace('edition: 1', 'edition: 2'),
      '2024-25-edition-2/sign-up.yaml': signUp,
    }
    const { value, problems } = reading({ ...whole, ...next, ...second }, readCatalogue)
    expect(problems).toEqual([])
    expect(value?.map(({ specification: { contractYear, edition } }) => `${contractYear} ${edition}`)).toEqual([
      '2024/25 1',
      '2024/25 2',
      '2025/26 1',
    ])
  })

  it.each<[name: string, from: string, to: string, message: string]>([
    [
      'a day not moved on',
      '2025-04-30',
      '2024-03-30',
      'entries[0].window.dueOn: expected a day from 2024-04-01 to 2027-03-31, for 2025/26; found "2024-03-30"',
    ],
    [
      'a key with another kind',
      'kind: DUTY',
      'kind: CONDITION',
      'entries[0].kind: expected DUTY, as the key participation-decision has in 2024-25/sign-up.yaml; found "CONDITION"',
    ],
    [
      'carried from a code that is not there',
      'certainty: SOURCED',
      carried.replace('24-01', '24-77'),
      'entries[0].carriedFrom.code: expected a code of 2024/25; found "24-77"',
    ],
    [
      'carried from itself',
      'certainty: SOURCED',
      carried.replace('2024/25', '2025/26'),
      'entries[0].carriedFrom.contractYear: expected a contract year before 2025/26; found "2025/26"',
    ],
  ])('refuses %s', (_name, from, to, message) => {
    const path = '2025-26/sign-up.yaml'
    const { problems } = reading({ ...whole, ...next, [path]: next[path].replace(from, to) }, readCatalogue)
    expect(problems.map((problem) => problem.message)).toEqual([expect.stringContaining(message)])
  })

  it('refuses a folder without years', () => {
    const { value, problems } = reading({ 'README.md': 'nothing' }, readCatalogue)
    expect(value).toBeNull()
    expect(problems).toHaveLength(1)
  })
})

describe('readGlossary', () => {
  it('gives problems, never an exception, for a file that is not there', () => {
    expect(readGlossary('/nowhere/glossary.yaml').problems.map((problem) => problem.message)).toEqual([
      'glossary.yaml the file: expected a readable file in UTF-8; found "ENOENT"',
    ])
  })
})
