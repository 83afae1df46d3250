/** Height of one side of A4 within its margins, in CSS pixels, less what estimates may be wrong by. */
const SIDE = 1032 - 34

/** A line of text at nine points, and what stands around the rows of a table. */
const LINE = 14.7
const ROW_PADDING = 5

/** Characters a line of each column holds, in the widest font a browser falls back to; style: print.css. */
export const columns = {
  groups: { name: 14, time: 11, basis: 20 },
  priorities: { title: 25, wanted: 10, displaced: 10 },
  requests: { title: 29, from: 19, time: 9, clause: 13, answer: 26 },
  items: { title: 46, takes: 11, basis: 25, returns: 11 },
  asks: { text: 102 },
} as const

export type PartName = keyof typeof columns

/** The height of every row of every part. */
export type Heights = Readonly<Record<PartName, readonly number[]>>

/** How many rows of each part there is room for. */
export type Room = Readonly<Record<PartName, number>>

/** Lines a text takes where a line holds so many characters, broken between words and, where a word is longer, within it. */
export function linesOf(text: string, perLine: number): number {
  let [lines, used] = [1, 0]
  for (const word of text.split(/\s+/)) {
    const needed = used === 0 ? word.length : used + 1 + word.length
    if (needed <= perLine) used = needed
    else {
      const whole = Math.ceil(word.length / perLine)
      lines += (used === 0 ? 0 : 1) + whole - 1
      used = word.length - (whole - 1) * perLine
    }
  }
  return lines
}

/** The height of a row, by its longest column. */
export function heightOf<Part extends PartName>(part: Part, row: Readonly<Record<keyof (typeof columns)[Part], string>>): number {
  const widths = Object.entries(columns[part]) as [keyof (typeof columns)[Part], number][]
  return Math.max(...widths.map(([column, perLine]) => linesOf(row[column], perLine))) * LINE + ROW_PADDING
}

/** The height of a line of running text, so many characters wide. */
export function textHeight(text: string, perLine: number, line = LINE): number {
  return linesOf(text, perLine) * line + 4
}

/**
 * How many rows of each part fit on the side beside what is always on it: a row of each part in turn, as long as there is room. Rows that are
 * left out take a line that counts them, which is set aside first.
 */
export function roomFor(heights: Heights, always: number): Room {
  const order: readonly PartName[] = ['requests', 'items', 'asks', 'priorities', 'groups']
  const room: Record<PartName, number> = { groups: 0, priorities: 0, requests: 0, items: 0, asks: 0 }
  const open = new Set(order.filter((part) => heights[part].length > 0))
  while (open.size > 0) {
    for (const part of order) {
      if (!open.has(part)) continue
      const next = { ...room, [part]: room[part] + 1 }
      if (always + total(heights, next) <= SIDE) room[part] += 1
      else open.delete(part)
      if (room[part] === heights[part].length) open.delete(part)
    }
  }
  return room
}

/** The height of so many rows of each part. Groups and priorities stand side by side. */
function total(heights: Heights, room: Room): number {
  const part = (name: PartName): number => {
    const shown = heights[name].slice(0, room[name]).reduce((sum, height) => sum + height, 0)
    return shown + (room[name] < heights[name].length ? LINE + 4 : 0)
  }
  return Math.max(part('groups'), part('priorities')) + part('requests') + part('items') + part('asks')
}
