import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { asAttachment, extensionOf, normaliseName } from './file-name.js'

describe('file names', () => {
  it.each([
    ['minutes.pdf', 'minutes.pdf'],
    [' minutes.pdf ', 'minutes.pdf'],
    ['/etc/passwd.txt', 'passwd.txt'],
    ['C:\\fakepath\\minutes.pdf', 'minutes.pdf'],
    ['a\u0000b\u001f.txt', 'ab.txt'],
    ['exe\u202efdp.txt', 'exefdp.txt'],
    ['caf\u0065\u0301.txt', 'caf\u00e9.txt'],
    ['half\ud83c.txt', 'half\ufffd.txt'],
    ['..', '..'],
    ['folder/', ''],
    ['', ''],
  ])('%j is kept as %j', (sent, kept) => {
    expect(normaliseName(sent)).toBe(kept)
  })

  it('are cut at 200 characters, before the extension', () => {
    expect(normaliseName(`${'\u{1f3e5}'.repeat(300)}.pdf`)).toBe(`${'\u{1f3e5}'.repeat(196)}.pdf`)
    expect(Array.from(normaliseName(`a.${'b'.repeat(300)}`))).toHaveLength(200)
  })

  it.each([
    ['minutes.PDF', 'pdf'],
    ['minutes.tar.gz', 'gz'],
    ['.pdf', ''],
    ['minutes', ''],
    ['minutes.', ''],
  ])('%j has the extension %j', (name, extension) => {
    expect(extensionOf(name)).toBe(extension)
  })

  it('stay a name, whatever is sent, and the same when sent again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 600, size: 'max' }), (sent) => {
        const name = normaliseName(sent)
        expect(name).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}/\\]/u)
        expect(Array.from(name).length).toBeLessThanOrEqual(200)
        expect(normaliseName(name)).toBe(name)
      }),
    )
  })
})

describe('the name of a download', () => {
  it.each([
    ['minutes.pdf', `attachment; filename="minutes.pdf"; filename*=UTF-8''minutes.pdf`],
    ['caf\u00e9 "a".pdf', `attachment; filename="caf_ _a_.pdf"; filename*=UTF-8''caf%C3%A9%20%22a%22.pdf`],
    ["it's (1)*.pdf", `attachment; filename="it's (1)*.pdf"; filename*=UTF-8''it%27s%20%281%29%2A.pdf`],
    ['a\r\nb.pdf', `attachment; filename="a__b.pdf"; filename*=UTF-8''a%0D%0Ab.pdf`],
  ])('%j', (name, header) => {
    expect(asAttachment(name)).toBe(header)
  })

  it('fits a header, whatever the name', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (name) => expect(asAttachment(name)).toMatch(/^[\x20-\x7e]+$/)))
  })
})
