import { describe, expect, it } from '@jest/globals'
import { Config } from './platform/config.js'
import { problemOf } from './start-problem.js'

const config = Config.from({ PORT: '3100', DATA_DIR: '/srv/headroom' })

describe('what is said when a command cannot do its work', () => {
  it.each([
    [{ code: 'EADDRINUSE', syscall: 'listen' }, 'Something answers on 127.0.0.1:3100 already. Stop it, or set PORT to another port.'],
    [{ code: 'EACCES', syscall: 'listen' }, 'Listening on 127.0.0.1:3100 is not allowed. Set PORT to a port above 1023.'],
    [
      { code: 'ENOTFOUND', syscall: 'getaddrinfo', hostname: '127.0.0.1' },
      'Listening on 127.0.0.1:3100 did not work (as the system says). HOST must be an address of this machine.',
    ],
    [
      { code: 'ENOTFOUND', syscall: 'getaddrinfo', hostname: 'db.example' },
      'The database of DATABASE_URL cannot be reached (as the system says).',
    ],
    [{ code: 'ECONNREFUSED', syscall: 'connect' }, 'The database of DATABASE_URL cannot be reached (as the system says).'],
    [{ code: 'SQLITE_NOTADB' }, '/srv/headroom/headroom.sqlite cannot be used as a database (as the system says).'],
    [{ code: 'SQLITE_READONLY_DIRECTORY' }, '/srv/headroom/headroom.sqlite cannot be used as a database (as the system says).'],
    [
      { code: 'EACCES', syscall: 'mkdir', path: '/srv/headroom' },
      '/srv/headroom cannot be written (EACCES). Set DATA_DIR to a folder that can.',
    ],
    [{}, 'as the system says'],
  ])('%j', (error, said) => {
    expect(problemOf(Object.assign(new Error('as the system says'), error), config)).toBe(said)
  })

  it('says what is wrong with the settings as it is, and anything else as text', () => {
    expect(problemOf(Object.assign(new Error('Configuration: PORT'), { syscall: 'listen' }), undefined)).toBe('Configuration: PORT')
    expect(problemOf('stopped', config)).toBe('stopped')
  })
})
