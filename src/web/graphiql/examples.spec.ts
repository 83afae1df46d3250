import { describe, expect, it } from '@jest/globals'
import { type Place } from '../layout/visit.js'
import { exampleOf, examplesFor, readExamples, variablesFor } from './examples.js'

const manager: Place = { role: 'NETWORK_MANAGER', code: 'UX0001', name: 'Network', networkCode: 'UX0001', networkName: 'Network' }
const member: Place = { role: 'PRACTICE_MEMBER', code: 'PX0001', name: 'Practice', networkCode: 'UX0001', networkName: 'Network' }

describe('examples', () => {
  const examples = readExamples()

  it('are a dozen at least, each with a name of its own, and something for every role', () => {
    expect(examples.length).toBeGreaterThanOrEqual(12)
    expect(new Set(examples.map(({ name }) => name)).size).toBe(examples.length)
    for (const role of ['NETWORK_MANAGER', 'CLINICAL_DIRECTOR', 'PRACTICE_MEMBER', 'COMMISSIONER', 'LMC', 'NATIONAL_VIEWER', 'OPERATOR'])
      expect([role, examplesFor(examples, role).some(({ roles }) => roles !== null)]).toEqual([role, true])
  })

  it('have every variable filled in', () => {
    for (const example of examples) {
      const declared = [...example.query.matchAll(/\$(\w+):/g)].map(([, name]) => name)
      expect([example.name, Object.keys(variablesFor(example, { place: manager, today: '2026-11-22' }))]).toEqual([example.name, declared])
    }
  })
})

describe('variablesFor', () => {
  it('are those of the person signed in', () => {
    const query = 'query ($network: String!, $today: LocalDate!, $inThirtyDays: LocalDate!, $contractYear: String!, $other: Int) { a }'
    expect(variablesFor({ query }, { place: member, today: '2026-11-22' })).toEqual({
      ...{ network: 'UX0001', today: '2026-11-22', inThirtyDays: '2026-12-22', contractYear: '2026/27' },
    })
  })
})

describe('exampleOf', () => {
  it('reads what a file says of itself', () => {
    const text = '# title: What?\n# for: LMC, OPERATOR\n# It says\n# this.\nquery A {\n  a\n}\n'
    expect(exampleOf('07-what-there-is.example.graphql', text)).toEqual({
      ...{ name: 'what-there-is', title: 'What?', roles: ['LMC', 'OPERATOR'], explanation: 'It says this.' },
      query: 'query A {\n  a\n}\n',
    })
  })

  it.each(['title', 'for'])('refuses a file that does not say its %s', (key) => {
    const text = ['# title: What?', '# for: everybody', 'query A { a }'].filter((line) => !line.startsWith(`# ${key}`)).join('\n')
    expect(() => exampleOf('01-a.example.graphql', text)).toThrow(`01-a.example.graphql does not say its ${key}`)
  })
})
