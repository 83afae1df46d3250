import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { canonical } from './meaning.js'
import { describeFound, fieldName } from './problem.js'

function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([name, inner]) => [name, reversed(inner)]),
  )
}

describe('canonical', () => {
  it('is the same whatever the order of fields', () => {
    fc.assert(fc.property(fc.jsonValue(), (value) => canonical(value) === canonical(reversed(value))))
  })

  it('loses nothing', () => {
    fc.assert(fc.property(fc.jsonValue(), (value) => expect(JSON.parse(canonical(value))).toEqual(JSON.parse(JSON.stringify(value)))))
  })
})

describe('how problems are worded', () => {
  it.each<[path: (string | number)[], name: string]>([
    [[], 'the file'],
    [['entries', 3, 'nature'], 'entries[3].nature'],
    [['odd\nname'], '"odd\\nname"'],
  ])('%j', (path, name) => {
    expect(fieldName(path)).toBe(name)
  })

  it.each<[found: unknown, words: string]>([
    [undefined, 'nothing'],
    [null, 'null'],
    ['a\nb', '"a\\nb"'],
    ['x'.repeat(80), `"${'x'.repeat(57)}"… (80 characters)`],
    [[], 'an empty list'],
    [[1, 2], 'a list of 2'],
    [{}, 'a group of fields'],
    [1.5, '1.5'],
  ])('%j', (found, words) => {
    expect(describeFound(found)).toBe(words)
  })
})
