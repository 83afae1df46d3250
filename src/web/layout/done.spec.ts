import { describe, expect, it } from '@jest/globals'
import { type Request } from 'express'
import { saidAfter } from './done.js'

describe('what a page says after a change', () => {
  it.each([
    ['saved', 'Saved.'],
    ['nothing', null],
    ['constructor', null],
    ['', null],
    [undefined, null],
    [['saved', 'saved'], null],
  ])('is one of its words: %j', (done, said) => {
    expect(saidAfter({ query: { done } } as unknown as Request, { saved: 'Saved.' })).toBe(said)
  })
})
