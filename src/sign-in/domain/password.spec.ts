import { describe, expect, it } from '@jest/globals'
import { passwordProblem } from './password.js'

const about = ['Dr Priya Venmoor', 'p.venmoor@quillhaven.example']

describe('a password', () => {
  it.each([
    ['three words', 'lantern gravel otter'],
    ['twelve characters', 'kx7Ru2mWq9Zt'],
    ['words of one kind of character', 'lanterngravelotter'],
    ['letters of any alphabet', 'φεγγάρι πέτρα νερό'],
    ['a sentence', 'the nurse found a practice manual in december'],
    ['as long as can be', 'lantern gravel'.padEnd(128, ' otter')],
  ])('may be %s', (_, password) => {
    expect(passwordProblem(password, about)).toBeNull()
  })

  it.each([
    ['too short', 'kx7Ru2mWq9Z', 'at least 12'],
    ['too long', 'lantern gravel'.padEnd(129, ' otter'), 'at most 128'],
    ['one character', 'aaaaaaaaaaaaaa', 'harder to guess'],
    ['few characters', 'abababababab', 'harder to guess'],
    ['digits in their order', '123456789012', 'harder to guess'],
    ['letters in their order, backwards', 'zyxwvutsrqponm', 'harder to guess'],
    ['keys in a row, twice', 'qwertyuiopqwertyuiop', 'harder to guess'],
    ['a common word and a year', 'Password2026!', 'harder to guess'],
    ['a common word with marks in it', 'P@55w0rd!!!!', 'harder to guess'],
    ['a month and a year', 'November2026', 'harder to guess'],
    ['a common word three times', 'WelcomeWelcomeWelcome', 'harder to guess'],
    ['the name of this service', 'headroom-2026', 'harder to guess'],
    ['her name', 'venmoor lantern otter', 'without your name'],
    ['her name with marks in it', 'lantern V3nm00r', 'without your name'],
  ])('may not be %s', (_, password, problem) => {
    expect(passwordProblem(password, about)).toContain(problem)
  })
})
