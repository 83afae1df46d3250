import { describe, expect, it } from '@jest/globals'
import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { changesOf } from './domain/file-changes.js'
import { readWorkload, type ShownLine, type WorkloadLine, writeWorkload } from './workload-file.reader.js'

const heading =
  'line,staffGroup,requirement,title,low,central,high,businessAsUsualPercent,apr,may,jun,jul,aug,sep,oct,nov,dec,jan,feb,mar,note,basis'
const file = (...lines: string[]) => [heading, ...lines].join('\r\n')
const shown = (line: WorkloadLine): ShownLine => ({ ...line, title: '=1+1', basis: '@SUM(A1)' })

const words = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.stringMatching(/^['=+\-@",;\n]{0,6}[a-z]{0,3}$/),
  fc.constantFrom("'=1", "''+2", '"quoted"', 'a,b', 'two\nlines', "'", '=HYPERLINK("x")'),
)
/** What an API takes as a text: trimmed, one kind of line end, no control characters. */
const note = words.map((text) => text.replaceAll(/[^\P{Cc}\n]|[\p{Cs}\u202A-\u202E\u2066-\u2069]/gu, '').trim())
const staffGroup = fc.constantFrom('CLINICAL_DIRECTOR', 'CLINICIAN', 'CARE_COORDINATORS')
const range = fc
  .tuple(fc.nat(40_000), fc.nat(40_000), fc.nat(40_000))
  .map(([low, more, most]) => ({ low, central: low + more, high: low + more + most }))
const estimate = fc.record({
  kind: fc.constant('ESTIMATE' as const),
  staffGroup,
  requirementCode: fc.stringMatching(/^[A-Z][A-Z0-9._-]{0,9}$/),
  minutes: fc.option(range),
  businessAsUsualPercent: fc.option(fc.nat(100)),
  months: fc.constant(null),
  note,
})
const time = fc.record({
  kind: fc.constant('CAPACITY' as const),
  staffGroup,
  requirementCode: fc.constant(null),
  minutes: fc.constant(null),
  businessAsUsualPercent: fc.constant(null),
  months: fc.array(fc.option(fc.nat(10_000)), { minLength: 12, maxLength: 12 }),
  note,
})

describe('a file of time and estimates', () => {
  it('reads back as it was written', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(estimate, time), { maxLength: 20 }), (lines) => {
        const { lines: read, problems } = readWorkload(writeWorkload(lines.map(shown)))
        expect(problems).toEqual([])
        expect(read).toEqual(lines.map((line, index) => ({ row: index + 2, ...line })))
      }),
      { numRuns: 300 },
    )
  })

  it('holds nothing a spreadsheet takes for a formula', () => {
    fc.assert(
      fc.property(estimate, (line) => {
        const cells = parse(writeWorkload([shown(line)])).flat()
        expect(cells.filter((cell) => /^[=+\-@\t\r]/.test(cell))).toEqual([])
      }),
    )
  })

  it.each([
    ['a line of another kind', 'TIME,CLINICIAN,,,,,,,,,,,,,,,,,,,,', [[2, 'line']]],
    ['part of a minute', 'ESTIMATE,CLINICIAN,T-01,,,1.5,,,,,,,,,,,,,,,,', [[2, 'central']]],
    ['less than nothing', 'ESTIMATE,CLINICIAN,T-01,,-1,5,9,,,,,,,,,,,,,,,', [[2, 'low']]],
    ['more than a year holds', 'ESTIMATE,CLINICIAN,T-01,,,5,120001,,,,,,,,,,,,,,,', [[2, 'high']]],
    ['101 percent', 'ESTIMATE,CLINICIAN,T-01,,,5,,101,,,,,,,,,,,,,,', [[2, 'businessAsUsualPercent']]],
    ['low and high alone', 'ESTIMATE,CLINICIAN,T-01,,1,,9,,,,,,,,,,,,,,,', [[2, 'central']]],
    ['cases out of order', 'ESTIMATE,CLINICIAN,T-01,,9,5,1,,,,,,,,,,,,,,,', [[2, 'central']]],
    [
      'a month too full',
      'CAPACITY,CLINICIAN,,,,,,,10001,,,,,,,,,,,x,,',
      [
        [2, 'apr'],
        [2, 'mar'],
      ],
    ],
    ['other work of some months', 'OTHER_FIXED,CLINICIAN,,,,,,,1,,,,,,,,,,,,,', [[2, null]]],
    ['too few cells', 'CAPACITY,CLINICIAN', [[2, null]]],
    ['a quote that does not close', 'CAPACITY,"CLINICIAN', [[2, null]]],
  ])('names %s', (_, line, expected) => {
    const { problems } = readWorkload(file(line))
    expect(problems.map(({ row, column }) => [row, column])).toEqual(expected)
  })

  it('names every column that is missing', () => {
    expect(readWorkload('line,low,central,high').problems.map(({ column }) => column)).toContain('staffgroup')
  })

  it('names the problems of every line', () => {
    const { problems } = readWorkload(file('ESTIMATE,CLINICIAN,T-01,,,x,,,,,,,,,,,,,,,,', 'CAPACITY,CLINICIAN,,,,,,,-5,,,,,,,,,,,,,', ''))
    expect(problems.map(({ row, column }) => `${row} ${column}`)).toEqual(['2 central', '3 apr'])
  })
})

describe('what a file changes', () => {
  const held = {
    kind: 'ESTIMATE' as const,
    staffGroup: 'CLINICIAN',
    requirementCode: 'T-01',
    minutes: { low: 1, central: 2, high: 3 },
    own: false,
  }
  const rest = { businessAsUsualPercent: null, months: null, note: '' }
  const line = (change: object) => ({ row: 2, ...held, ...rest, ...change })
  const changed = (change: object, own = false) => changesOf([line(change)], [{ ...held, ...rest, own }])

  it('is nothing where it says the same, so that an assumption stays one', () => {
    expect(changed({})).toEqual({ capacities: [], estimates: [], withdrawn: [], problems: [] })
  })

  it.each([
    ['minutes', { minutes: { low: 1, central: 2, high: 4 } }],
    ['a percent', { businessAsUsualPercent: 10 }],
    ['a note', { note: 'Asked everybody.' }],
  ])('is an own estimate where it says other %s', (_, change) => {
    expect(changed(change).estimates).toHaveLength(1)
  })

  it('takes an own estimate back where there are no minutes, and only that', () => {
    expect(changed({ minutes: null }, true).withdrawn).toHaveLength(1)
    expect(changed({ minutes: null }, false)).toMatchObject({ withdrawn: [], estimates: [] })
  })

  it.each([
    ['a group the network does not have', { staffGroup: 'PORTERS' }, 'staffGroup'],
    ['a requirement of another year', { requirementCode: 'T-99' }, 'requirement'],
    ['a percent of nothing', { minutes: null, businessAsUsualPercent: 5 }, 'central'],
  ])('is a problem with %s', (_, change, column) => {
    expect(changed(change).problems).toMatchObject([{ row: 2, column }])
  })

  it('names what a line is about too where its figures are wrong, and changes nothing by it', () => {
    const { lines, broken, problems } = readWorkload(file('ESTIMATE,PORTERS,T-01,,,x,,5,,,,,,,,,,,,,,'))
    expect([lines.length, broken.length, problems.length]).toEqual([0, 1, 1])
    const changes = changesOf(
      [],
      [{ ...held, ...rest, own: true }],
      [line({ staffGroup: 'PORTERS', minutes: null }), line({ minutes: null })],
    )
    expect(changes).toMatchObject({ capacities: [], estimates: [], withdrawn: [], problems: [{ column: 'staffGroup' }] })
  })

  it('is a problem where a line comes twice', () => {
    expect(changesOf([line({}), { ...line({}), row: 3 }], [{ ...held, ...rest }]).problems).toMatchObject([{ row: 3, column: null }])
  })
})
