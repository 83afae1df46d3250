import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { programOf } from '../../src/commands.js'

describe('the commands that let people in', () => {
  let folder: string
  beforeAll(() => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'headroom-people-'))
  })
  afterAll(() => fs.rmSync(folder, { recursive: true, force: true }))

  /** Runs a command as the command line does; what it prints. */
  async function run(...words: string[]): Promise<string> {
    const said: string[] = []
    const spy = jest.spyOn(process.stdout, 'write').mockImplementation((text) => said.push(String(text)) > 0)
    try {
      await programOf({ MODE: 'production', DATA_DIR: folder, PUBLIC_URL: 'https://headroom.example.org' }).parseAsync([
        'node',
        'headroom',
        ...words,
      ])
    } finally {
      spy.mockRestore()
    }
    return said.join('')
  }

  it('print a link for the first operator, once', async () => {
    const first = ['--email', 'Olga@example.org', '--name', 'Olga First', '--role', 'operator', '--organisation', 'ENGLAND']
    expect(await run('invite', ...first)).toMatch(/^https:\/\/headroom\.example\.org\/invitation\?secret=[\w-]{43}\nIt works once/)
    await expect(run('invite', ...first)).rejects.toThrow('An invitation of this address to the same role is still open')
  })

  it('say what is wrong', async () => {
    const wrong = (...words: string[]) => run('invite', '--name', 'Olga', ...words)
    await expect(wrong('--email', 'o@example.org', '--role', 'boss', '--organisation', 'ENGLAND')).rejects.toThrow('--role must be one of')
    await expect(wrong('--email', 'olga', '--role', 'operator', '--organisation', 'ENGLAND')).rejects.toThrow('email must be an address')
    await expect(wrong('--email', 'o@example.org', '--role', 'lmc', '--organisation', 'ENGLAND')).rejects.toThrow(
      'At England somebody can be',
    )
    await expect(wrong('--email', 'o@example.org', '--role', 'lmc', '--organisation', 'LX99')).rejects.toThrow(
      'There is no such organisation',
    )
    await expect(run('reset-sign-in', '--email', 'nobody@example.org')).rejects.toThrow('Nobody here has the address nobody@example.org.')
  })
})
