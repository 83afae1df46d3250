import { describe, expect, it } from '@jest/globals'
import { browserInWords, tokenRow } from './account.view.js'

describe('browserInWords', () => {
  it.each([
    [
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/143.0.0.0 Safari/537.36',
      'Chrome on Windows',
    ],
    ['Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/143.0.0.0 Safari/537.36 Edg/143.0', 'Edge on Windows'],
    ['Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605 Version/18 Mobile/15E148 Safari/604.1', 'Safari on an iPhone'],
    ['Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0', 'Firefox on Linux'],
    ['curl/8.0', 'Another browser'],
    [null, 'A browser that does not say what it is'],
  ])('%s is %s', (browser, words) => expect(browserInWords(browser)).toBe(words))
})

describe('tokenRow', () => {
  const token = {
    ...{ id: '1', name: 'Board figures', hint: 'x9Zq', organisationCodes: ['UX0001'], permissions: ['CHECKLIST_READ', 'EVIDENCE_READ'] },
    ...{ createdAt: '2026-11-22T09:00:00.000Z', expiresAt: '2027-02-21T00:00:00.000Z', lastUsedAt: null },
  }
  const tokenPermissions = [
    { permission: 'CHECKLIST_READ', group: 'Read', what: 'checklists' },
    { permission: 'EVIDENCE_READ', group: 'Read', what: 'evidence' },
  ]
  const canActAs = [{ role: 'NETWORK_MANAGER' as const, organisationCode: 'UX0001', organisation: { name: 'Quillhaven PCN' } }]

  it('says where a token reaches, what for, and until when', () => {
    expect(tokenRow(token, { canActAs, tokenPermissions })).toMatchObject({
      places: 'Quillhaven PCN',
      uses: 'checklists and evidence',
      times: 'Made on 22 November 2026, lasts until 20 February 2027.',
      used: 'Never used.',
    })
  })

  it('says so where it is for everything', () => {
    expect(tokenRow({ ...token, organisationCodes: null, permissions: null }, { canActAs: [], tokenPermissions })).toMatchObject({
      places: 'everything you are in',
      uses: 'all that you may do',
    })
  })
})
