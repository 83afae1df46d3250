import { describe, expect, it } from '@jest/globals'
import 'reflect-metadata'
import { plainToInstance } from 'class-transformer'
import { IsOptional, validateSync } from 'class-validator'
import { PlainText } from './plain-text.js'

class Input {
  @IsOptional() @PlainText(2000) note?: unknown
  @IsOptional() @PlainText(10, { lines: false }) partner?: unknown
  @IsOptional() @PlainText(5, { shortest: 0 }) aside?: unknown
}

const read = (input: object) => plainToInstance(Input, input)
const problemsOf = (input: object) => validateSync(read(input)).flatMap((error) => Object.values(error.constraints ?? {}))

describe('plain text', () => {
  it.each([
    ['an ordinary sentence', { note: 'Asked the trust; no answer yet.' }],
    ['new lines and tabs', { note: 'One\n\ttwo' }],
    ['as many characters as are allowed', { note: 'a'.repeat(2000) }],
    ['characters that take two code units, counted once', { partner: '🏥'.repeat(10) }],
    ['nothing, where nothing is allowed', { aside: '' }],
    ['a field left out', {}],
  ])('takes %s', (_, input) => {
    expect(problemsOf(input)).toEqual([])
  })

  it.each([
    ['an empty text', { note: '' }, 'note must be 1 to 2,000 characters'],
    ['only spaces', { note: ' \n ' }, 'note must be 1 to 2,000 characters'],
    ['one character too many', { note: 'a'.repeat(2001) }, 'note must be 1 to 2,000 characters'],
    ['ten megabytes', { note: 'a'.repeat(10_000_000) }, 'note must be 1 to 2,000 characters'],
    ['a bell', { note: 'a\u0007b' }, 'note must not contain control characters'],
    ['a null', { note: 'a\u0000b' }, 'note must not contain control characters'],
    ['text that turns round', { note: 'a\u202Eb' }, 'note must not contain control characters'],
    ['half a character', { note: 'a\uD83Cb' }, 'note must not contain control characters'],
    ['a second line in a name', { partner: 'a\nb' }, 'partner must be on one line'],
    ['a number', { note: 5 }, 'note must be text'],
    ['too much aside', { aside: '123456' }, 'aside must be at most 5 characters'],
  ])('refuses %s', (_, input, message) => {
    expect(problemsOf(input)).toEqual([message])
  })

  it('trims, and makes line ends the same', () => {
    expect(read({ note: '  one\r\ntwo \n' }).note).toBe('one\ntwo')
  })
})
