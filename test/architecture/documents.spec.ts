import { describe, expect, it } from '@jest/globals'
import fs from 'node:fs'

describe('decision records', () => {
  const files = fs.readdirSync('docs/adr').filter((name) => name.endsWith('.md'))

  it('are numbered without gap or double', () => {
    const numbers = files.map((name) => Number(name.slice(0, 4))).sort((one, other) => one - other)
    expect(numbers).toEqual(files.map((_, index) => index + 1))
  })

  it.each(files)('%s says how it is checked', (name) => {
    const text = fs.readFileSync(`docs/adr/${name}`, 'utf8')
    for (const heading of ['## Context', '## Decision', '## Consequences', '## How it is checked']) expect(text).toContain(heading)
  })
})
