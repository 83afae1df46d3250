import { describe, expect, it } from '@jest/globals'
import { acceptanceOf, type LinkSituation } from './acceptance.js'

const situation: LinkSituation = { isReset: false, email: 'a@x.example', way: 'local', holder: null, isAddressKnown: false }
const same = { email: 'a@x.example' }
const other = { email: 'b@x.example' }

describe('a one-time link can be accepted', () => {
  it.each<[Partial<LinkSituation>, string]>([
    [{}, 'NEW_ACCOUNT'],
    [{ isAddressKnown: true }, 'SIGN_IN_FIRST'],
    [{ holder: same, isAddressKnown: true }, 'AS_YOURSELF'],
    [{ holder: other }, 'NOT_YOURS'],
    [{ holder: { email: null } }, 'NOT_YOURS'],
    [{ way: 'openid' }, 'AT_PROVIDER'],
    [{ way: 'openid', isAddressKnown: true }, 'AT_PROVIDER'],
    [{ way: 'openid', holder: other }, 'AS_YOURSELF'],
    [{ way: null }, 'NOT_HERE'],
    [{ way: null, isAddressKnown: true }, 'SIGN_IN_FIRST'],
    [{ way: null, holder: same }, 'AS_YOURSELF'],
    [{ isReset: true, isAddressKnown: true }, 'NEW_ACCOUNT'],
    [{ isReset: true, holder: other }, 'NEW_ACCOUNT'],
    [{ isReset: true, way: 'openid' }, 'AT_PROVIDER'],
    [{ isReset: true, way: null }, 'NOT_HERE'],
  ])('%j', (given, acceptance) => {
    expect(acceptanceOf({ ...situation, ...given })).toBe(acceptance)
  })
})
