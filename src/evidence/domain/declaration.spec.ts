import { describe, expect, it } from '@jest/globals'
import { type Declarant, declarationOf, refuseDeclarant, undeclared } from './declaration.js'

const onBehalfOf = { directorId: 'director', isDirector: true, confirmedHow: 'By telephone', confirmedOn: '2026-11-20' }
const manager: Declarant = { personId: 'manager', forBoard: false, isDirector: false, onBehalfOf: null }
const director: Declarant = { ...manager, personId: 'director', isDirector: true }
const commissioner: Declarant = { ...manager, personId: 'commissioner', forBoard: true }
const statement = { requirementKey: 'key', requirementCode: '26-01', paragraph: '4.1', wording: 'The network does this.' }

describe('whose declaration it is', () => {
  it.each([
    ['the director herself', director, { role: 'clinical-director', directorId: 'director', onBehalf: null }],
    ['the manager on her behalf', { ...manager, onBehalfOf }, { role: 'network-manager', directorId: 'director' }],
    [
      'a director on behalf of another',
      { ...director, personId: 'second', onBehalfOf },
      { role: 'clinical-director', directorId: 'director' },
    ],
    ['a commissioner for the board', commissioner, { role: 'commissioner', directorId: null, onBehalf: null }],
  ])('%s declares', (_, declarant, expected) => {
    expect(refuseDeclarant(declarant)).toBeUndefined()
    expect(declarationOf(declarant, [statement])).toMatchObject({ statements: [statement], ...expected })
  })

  it('keeps how and when she confirmed it', () => {
    const { onBehalf } = declarationOf({ ...manager, onBehalfOf }, [])
    expect(onBehalf).toEqual({ confirmedHow: 'By telephone', confirmedOn: '2026-11-20' })
  })

  const nobody = { ...onBehalfOf, isDirector: false }
  it.each([
    ['the manager alone', manager, 'onBehalfOf'],
    ['the manager for somebody who is no director', { ...manager, onBehalfOf: nobody }, 'onBehalfOf.directorId'],
    ['the director for somebody who is none', { ...director, onBehalfOf: nobody }, 'onBehalfOf.directorId'],
    ['a commissioner for a director, of which a board has none', { ...commissioner, onBehalfOf: nobody }, 'onBehalfOf.directorId'],
  ])('%s does not', (_, declarant, field) => {
    expect(refuseDeclarant(declarant)).toMatchObject({ kind: 'NotADirector', field })
  })
})

describe('what a declaration does not say', () => {
  const declaration = declarationOf(director, [statement])
  it.each([
    ['the same requirement in the same words', statement, []],
    ['the same requirement under another code', { ...statement, requirementCode: '27-01', paragraph: '5.1' }, []],
    ['the same requirement in other words', { ...statement, wording: 'The network may do this.' }, ['26-01']],
    ['another requirement', { ...statement, requirementKey: 'other' }, ['26-01']],
  ])('%s', (_, wanted, expected) => {
    expect(undeclared(declaration, [wanted]).map(({ requirementCode }) => requirementCode)).toEqual(expected)
  })
})
