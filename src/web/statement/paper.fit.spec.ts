import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { heightOf, type Heights, linesOf, roomFor } from './paper.fit.js'

const none: Heights = { groups: [], priorities: [], requests: [], items: [], asks: [] }

describe('lines of a text', () => {
  it.each([
    ['', 10, 1],
    ['ten chars.', 10, 1],
    ['eleven char', 10, 2],
    ['aaaa bbbb cccc', 9, 2],
    ['abcdefghijklmnopqrstuvwxyz', 10, 3],
    ['one abcdefghijklmnopqrstuvwxyz two', 10, 4],
  ])('%j at %d a line: %d', (text, perLine, lines) => {
    expect(linesOf(text, perLine)).toBe(lines)
  })
})

describe('room on one side', () => {
  it('is for everything where there is little', () => {
    expect(roomFor({ ...none, requests: [20, 20], asks: [20] }, 300)).toEqual({ groups: 0, priorities: 0, requests: 2, items: 0, asks: 1 })
  })

  it('is shared by turns, the sides of a pair counting once', () => {
    const many = Array.from({ length: 100 }, () => 20)
    const room = roomFor({ groups: many, priorities: many, requests: many, items: many, asks: many }, 300)
    expect(Math.max(...Object.values(room)) - Math.min(...Object.values(room))).toBeLessThanOrEqual(1)
    expect(room.requests).toBeGreaterThan(5)
    expect(room.priorities).toBeGreaterThanOrEqual(room.groups)
  })

  it('is never more than there is, whatever the heights, and never less than it could be by a whole turn', () => {
    const rows = fc.array(fc.integer({ min: 15, max: 70 }), { maxLength: 30 })
    fc.assert(
      fc.property(
        fc.record({ groups: rows, priorities: rows, requests: rows, items: rows, asks: rows }),
        fc.integer({ min: 200, max: 600 }),
        (heights, always) => {
          const room = roomFor(heights, always)
          const height = (name: keyof Heights): number => heights[name].slice(0, room[name]).reduce((sum, one) => sum + one, 0)
          const used = always + Math.max(height('groups'), height('priorities')) + height('requests') + height('items') + height('asks')
          expect(used).toBeLessThanOrEqual(1032)
          for (const [name, number] of Object.entries(room)) expect(number).toBeLessThanOrEqual(heights[name as keyof Heights].length)
        },
      ),
    )
  })

  it('takes the height of a row from its longest column', () => {
    const row = { title: 'Short', from: 'Somebody', time: '2 hours', clause: 'none', answer: 'accepted' }
    expect(heightOf('requests', { ...row, answer: 'word '.repeat(20).trim() })).toBeGreaterThan(heightOf('requests', row))
  })
})
