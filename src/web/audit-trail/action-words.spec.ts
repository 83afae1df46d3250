import { describe, expect, it } from '@jest/globals'
import fs from 'node:fs'
import path from 'node:path'
import { actionChoices, actionsInWords, deedOf, type EntryFacts, nameOf } from './action-words.js'

/** Where names with a dot are columns, files or words of pages instead. */
const ELSEWHERE = /\.spec\.ts$|\.repository\.ts$|\.reader\.ts$|^web\/|^platform\/(web|database)\/|^access\/domain\/permission/
/** What else is named with a dot: permissions being asked for, fields of inputs, files. */
const PERMISSION = /(@Allow\(|(?:scopeOf|may)\([^'\n]*|permission: |(?:own|reach)\.(?:network|item)\(context, )'[\w.]+'/g
const FIELD = /^(input|clause|onBehalfOf)\./
const FILE = /\.(js|css|svg|yaml|json|sqlite|graphql)$/

/** Every action some use case puts on the trail, as the source writes it. */
function actionsInSource(): string[] {
  const files = fs.readdirSync('src', { recursive: true, encoding: 'utf8' }).map((file) => file.split(path.sep).join('/'))
  const found = files
    .filter((file) => file.endsWith('.ts') && !ELSEWHERE.test(file))
    .flatMap((file) => {
      const source = fs.readFileSync(path.join('src', file), 'utf8').replaceAll(PERMISSION, '')
      return [...source.matchAll(/'([a-z][A-Za-z]*\.[a-z][A-Za-z]*)'/g)].map(([, name]) => name ?? '')
    })
  return [...new Set(found)].filter((name) => !FIELD.test(name) && !FILE.test(name)).sort()
}

const facts = (given: Partial<EntryFacts> & { details?: Record<string, string[]> } = {}): EntryFacts => ({
  ...{ subjectType: 'Evidence', subjectId: 'e1' },
  ...given,
  of: (detail) => given.details?.[detail] ?? [],
})

describe('the words for actions', () => {
  it('are there for every action in the source, and for nothing else', () => {
    expect(actionsInSource()).toEqual([...actionsInWords].sort())
  })

  it('can each be chosen, and are said of somebody', () => {
    const options = actionChoices('evidence.link').flatMap((group) => group.options)
    expect(options.filter(({ selected }) => selected).map(({ value }) => value)).toEqual(['evidence.link'])
    for (const { value, text } of options) {
      expect([value, text]).toEqual([value, nameOf(value)])
      expect(deedOf(value, facts())).toMatch(/^[a-z].*[a-z0-9]$/)
    }
  })

  it.each([
    ['evidence.record', facts({ details: { files: ['one', 'two'] } }), 'recorded evidence with 2 files'],
    [
      'evidence.submit',
      facts({ subjectType: 'Submission', details: { automatic: ['true'] } }),
      'sent what is shown in full to the commissioner, by itself',
    ],
    ['item.ask', facts({ subjectType: 'Answer' }), 'answered a question'],
    ['item.mark', facts({ details: { kind: ['NOT_MET'] } }), 'recorded that something was not met'],
    ['occurrence.decide', facts({ details: { verdict: ['RETURNED'] } }), 'returned what was sent'],
    ['priority.rank', facts(), 'ranked the priorities'],
    ['of.old', facts(), 'did what the trail calls of.old'],
  ])('say what %s was', (action, given, said) => {
    expect(deedOf(action, given)).toBe(said)
  })
})
