import { describe, expect, it } from '@jest/globals'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { readCommentary } from './commentary.reader.js'
import { readYear } from './specification.reader.js'

const shipped = fileURLToPath(new URL('../../data/specifications', import.meta.url))

const names = ['sources.yaml', 'timeline.yaml', 'payments.yaml', 'readings.yaml', 'figure-templates.yaml']

/** What is wrong once a file of the shipped catalogue is changed. */
function problemsAfter(file: string, from: string | RegExp, to: string): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'commentary-'))
  try {
    const needed = [...names, ...(file.includes('/') ? [join(file, '..')] : [])]
    for (const name of needed) cpSync(join(shipped, name), join(folder, name), { recursive: true })
    const path = join(folder, file)
    const before = readFileSync(path, 'utf8')
    const after = before.replace(from, to)
    if (after === before) throw new Error(`${file} has no ${String(from)}`)
    writeFileSync(path, after)
    const { problems } = file.includes('/') ? readYear(join(folder, file.split('/')[0] ?? '')) : readCommentary(folder)
    return problems.map(({ message }) => message)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

describe('what is known around the catalogue', () => {
  it.each([
    [
      'a change nobody knows',
      'timeline.yaml',
      'change: PUBLISHED',
      'change: PUBLISHT',
      /^timeline\.yaml:\d+ events\[0\]\.change: expected one of PUBLISHED/,
    ],
    [
      'a source nobody lists',
      'readings.yaml',
      'source: MIP-GP',
      'source: NOWHERE',
      /readings\[0\]\.source: expected the key of a source listed in sources\.yaml/,
    ],
    [
      'a sourced figure without a source',
      'payments.yaml',
      'sources: [BWM]',
      'sources: []',
      /figures\[0\]\.sources: expected at least one source/,
    ],
    [
      'a disagreement without sources',
      'payments.yaml',
      /sources: \[PCC, BMA-FUND\]\n\n/,
      'sources: []\n\n',
      /disagreements\[0\]\.sources: expected a list of at least 1/,
    ],
    [
      'a code twice',
      'figure-templates.yaml',
      'code: care-home-residents-coded',
      'code: enhanced-access-minutes',
      /templates\[1\]: expected a code no other has/,
    ],
    [
      'an address that is none',
      'sources.yaml',
      /url: "https:[^"]*"/,
      'url: "javascript:alert(1)"',
      /sources\[\d+\]\.url: expected an address/,
    ],
    ['a day that is none', 'timeline.yaml', 'startsOn: 2019-03-29', 'startsOn: 2019-03-32', /events\[0\]\.startsOn: expected a real day/],
  ])('is refused with %s', (_, file, from, to, message) => {
    expect(problemsAfter(file, from, to)).toEqual([expect.stringMatching(message)])
  })

  it.each([
    [
      'points without saying how sure',
      '2021-22/indicators.yaml',
      'pointsCertainty: UNSOURCED',
      'pointsCertainty: null',
      /pointsCertainty: expected how sure the points are/,
    ],
    [
      'thresholds without saying how sure',
      '2021-22/indicators.yaml',
      'thresholdCertainty: UNSOURCED',
      'thresholdCertainty: null',
      /thresholdCertainty: expected how sure the thresholds are/,
    ],
    [
      'certainty of points that are not there',
      '2024-25/indicators.yaml',
      'pointsCertainty: null',
      'pointsCertainty: SOURCED',
      /pointsCertainty: expected null, as no points are stated/,
    ],
    [
      'an edition before the first that is no draft',
      '2020-21-draft/specification.yaml',
      'status: DRAFT',
      'status: PUBLISHED',
      /edition: expected 1 or more, as only a DRAFT/,
    ],
  ])('a year is refused with %s', (_, file, from, to, message) => {
    expect(problemsAfter(file, from, to)).toEqual([expect.stringMatching(message)])
  })

  it('is refused when a file is missing', () => {
    const folder = mkdtempSync(join(tmpdir(), 'commentary-'))
    expect(readCommentary(folder).problems.map(({ file }) => file)).toEqual([
      ...['figure-templates.yaml', 'payments.yaml', 'readings.yaml', 'sources.yaml', 'timeline.yaml'],
    ])
    rmSync(folder, { recursive: true })
  })
})
