import { describe, expect, it } from '@jest/globals'
import { localPath } from './local-path.js'

describe('localPath', () => {
  it.each(['/', '/checklist', '/checklist?area=care-homes&status=OVERDUE', '/items/1#record'])('follows %s', (path) => {
    expect(localPath(path)).toBe(path)
  })

  it.each([
    ['another site', 'https://elsewhere.example/'],
    ['another site without a scheme', '//elsewhere.example/'],
    ['another site with a backslash', '/\\elsewhere.example/'],
    ['another site behind a step back', '/..//elsewhere.example/'],
    ['another site behind a step that stays', '/.//elsewhere.example/'],
    ['another site behind a step back in code', '/%2e%2E//elsewhere.example/'],
    ['another site behind a step back and a backslash', '/a/..\\/elsewhere.example/'],
    ['a backslash that browsers read as a slash', '/\t/elsewhere.example'],
    ['a script', 'javascript:alert(1)'],
    ['a header of its own', '/checklist\r\nset-cookie: a=b'],
    ['the sign-in page', '/sign-in?next=/sign-in'],
    ['the sign-out page', '/sign-out'],
    ['nothing', undefined],
    ['a list', ['/checklist']],
    ['something very long', `/${'a'.repeat(3000)}`],
  ])('does not follow %s', (_, next) => {
    expect(localPath(next)).toBe('/')
  })
})
