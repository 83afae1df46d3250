import { describe, expect, it } from '@jest/globals'
import { randomBytes } from 'node:crypto'
import { Config } from './config.js'

const key = randomBytes(32).toString('base64')
const local = { MODE: 'production', SIGN_IN: 'local', SECRET_KEY: key, PUBLIC_URL: 'https://headroom.example.org' }
const openid = {
  ...local,
  SIGN_IN: 'openid',
  OPENID_ISSUER: 'https://id.example.org/realm',
  OPENID_CLIENT_ID: 'h',
  OPENID_CLIENT_SECRET: 's',
}

const problemsOf = (env: NodeJS.ProcessEnv, isServing = true): string[] => {
  try {
    Config.from(env, { isServing })
    return []
  } catch (error) {
    return (error as Error).message
      .replace('Configuration: ', '')
      .split('; ')
      .map((problem) => problem.split(' ')[0] ?? '')
  }
}

describe('what a server has to be told about signing in', () => {
  it.each<[string, NodeJS.ProcessEnv, string[]]>([
    ['nothing, for a demonstration', {}, []],
    ['everything at once, for production', { MODE: 'production' }, ['SIGN_IN', 'SECRET_KEY', 'PUBLIC_URL']],
    ['accounts kept here', local, []],
    ['the same for a demonstration that has them', { SIGN_IN: 'local' }, ['SECRET_KEY', 'PUBLIC_URL']],
    ['a provider', openid, []],
    ['everything about a provider', { ...local, SIGN_IN: 'openid' }, ['OPENID_ISSUER', 'OPENID_CLIENT_ID', 'OPENID_CLIENT_SECRET']],
    ['a key that is long enough', { ...local, SECRET_KEY: randomBytes(31).toString('base64') }, ['SECRET_KEY']],
    ['a key that is random', { ...local, SECRET_KEY: Buffer.alloc(32, 'a').toString('base64') }, ['SECRET_KEY']],
    ['a key in base64', { ...local, SECRET_KEY: 'a key of forty characters, with blanks ..' }, ['SECRET_KEY']],
    ['an address by https', { ...local, PUBLIC_URL: 'http://headroom.example.org' }, ['PUBLIC_URL']],
    ['or on this machine', { ...local, PUBLIC_URL: 'http://localhost:3000' }, []],
    ['an address without a path', { ...local, PUBLIC_URL: 'https://example.org/headroom' }, ['PUBLIC_URL']],
    ['a provider by https', { ...openid, OPENID_ISSUER: 'http://id.example.org' }, ['OPENID_ISSUER']],
    ['one of two ways', { ...local, SIGN_IN: 'both' }, ['SIGN_IN']],
    ['proxies by number', { ...local, TRUSTED_PROXIES: '1' }, []],
    ['proxies by address', { ...local, TRUSTED_PROXIES: '10.0.0.5, 10.1.0.0/16, ::1, loopback' }, []],
    ['not every proxy there is', { ...local, TRUSTED_PROXIES: 'true' }, ['TRUSTED_PROXIES']],
    ['no more than an address has', { ...local, TRUSTED_PROXIES: '10.1.0.0/33' }, ['TRUSTED_PROXIES']],
  ])('%s', (_, env, expected) => {
    expect(problemsOf(env)).toEqual(expected)
  })

  it('asks other commands for none of it, but takes nothing that is wrong', () => {
    expect(problemsOf({ MODE: 'production' }, false)).toEqual([])
    expect(problemsOf({ MODE: 'production', SECRET_KEY: 'short' }, false)).toEqual(['SECRET_KEY'])
  })

  it('says nothing of the key itself', () => {
    expect(() => Config.from({ ...local, SECRET_KEY: 'hunter2' }, { isServing: true })).toThrow(/^(?!.*hunter2)/)
  })
})
