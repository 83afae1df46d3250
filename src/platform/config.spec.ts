import { describe, expect, it } from '@jest/globals'
import { Config } from './config.js'

describe('configuration', () => {
  it.each([
    ['nothing set', {}, 'demonstration'],
    ['another port and folder', { PORT: '4000', DATA_DIR: '/srv/headroom' }, 'demonstration'],
    ['production said', { MODE: 'production', HOST: '0.0.0.0' }, 'production'],
    ['demonstration said on PostgreSQL', { MODE: 'demonstration', DATABASE_URL: 'postgres://here/headroom' }, 'demonstration'],
  ])('with %s', (_, env, mode) => {
    expect(Config.from(env).mode).toBe(mode)
  })

  it.each([
    ['another host without a mode', { HOST: '0.0.0.0' }, 'MODE must be demonstration or production'],
    ['a database without a mode', { DATABASE_URL: 'postgres://here/headroom' }, 'MODE must be demonstration or production'],
    [
      'another kind of database',
      { MODE: 'production', DATABASE_URL: 'mysql://here' },
      'DATABASE_URL must start with sqlite: or postgres://',
    ],
    ['a port that is none', { PORT: 'web' }, 'PORT must be an integer number'],
    ['a port that is too large', { PORT: '70000' }, 'PORT must not be greater than 65535'],
    ['a mode that is none', { MODE: 'test' }, 'MODE must be one of the following values: demonstration, production'],
  ])('refuses %s', (_, env, message) => {
    expect(() => Config.from(env)).toThrow(message)
  })

  it('says every problem at once', () => {
    expect(() => Config.from({ PORT: '70000', MODE: 'test' })).toThrow(/MODE .*; PORT |PORT .*; MODE /)
  })
})
