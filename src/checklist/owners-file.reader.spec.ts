import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { type ItemLine } from './assignment.repository.js'
import { readOwners, writeItems } from './owners-file.reader.js'

const line = (given: Partial<ItemLine>): ItemLine => ({
  ...{
    checklistId: 'c',
    itemId: 'i',
    code: '24-01',
    title: 'Title',
    status: 'OPEN',
    nextDueOn: null,
    assigneeId: null,
    email: null,
    note: null,
  },
  ...given,
})

describe('the file of owners', () => {
  it.each([
    ['a plain cell', 'Plain', 'Plain'],
    ['an equals sign', '=1+1', "'=1+1"],
    ['a plus', '+44', "'+44"],
    ['a minus', '-1', "'-1"],
    ['an at sign', '@SUM(A1)', "'@SUM(A1)"],
    ['a tab', '\t=1', "'\t=1"],
    ['what is guarded already', "'=1", "''=1"],
    ['an apostrophe before a word', "'tis", "'tis"],
    ['a comma', 'a,b', '"a,b"'],
    ['a quote', 'a"b', '"a""b"'],
    ['two lines', 'a\nb', '"a\nb"'],
  ])('writes %s', (_, title, cell) => {
    expect(writeItems([line({ title })])).toBe(`code,title,status,due,owner,note\r\n24-01,${cell},OPEN,,,\r\n`)
  })

  it('reads every code, owner and note as it was written', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', "'", '"', '=', '+', '-', '@', ',', '\n', 'é', '🏥') }).map((text) => text.trim())
    const code = cell.filter((text) => text !== '')
    fc.assert(
      fc.property(fc.array(fc.record({ code, email: fc.option(cell), note: cell })), (given) => {
        const { lines, problems } = readOwners(writeItems(given.map(line)))
        expect(problems).toEqual([])
        expect(lines).toEqual(given.map(({ code, email, note }, index) => ({ row: index + 2, code, owner: email ?? '', note })))
      }),
    )
  })

  it('numbers lines as a spreadsheet does, empty ones and cells of several lines included', () => {
    const { lines } = readOwners('code,owner,note\nA,,"one\ntwo"\n\n,,\nB,,\n')
    expect(lines.map(({ row, code }) => [row, code])).toEqual([
      [2, 'A'],
      [5, 'B'],
    ])
  })

  it('reads whichever line ends a program wrote', () => {
    const { lines } = readOwners('code,owner,note\r\nA,,"x\r\ny"\nB,,\rC,,')
    expect(lines.map(({ code, note }) => [code, note])).toEqual([
      ['A', 'x\ny'],
      ['B', ''],
      ['C', ''],
    ])
  })

  it('keeps what it read before the quotes broke', () => {
    const { lines, problems } = readOwners('code,owner,note\nA,,\nB,,"x" y\nC,,\n')
    expect(lines.map(({ code }) => code)).toEqual(['A'])
    expect(problems).toMatchObject([{ row: 3, column: null }])
  })
})
