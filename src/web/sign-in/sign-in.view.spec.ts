import { describe, expect, it } from '@jest/globals'
import { personaGroups } from './sign-in.view.js'

const quillhaven = { name: 'Quillhaven PCN', networks: [{ name: 'Quillhaven PCN' }] }
const surgery = { name: 'Ferry Lane Surgery', networks: [{ name: 'Quillhaven PCN' }] }

describe('personaGroups', () => {
  it('groups people by their first role and says where they work', () => {
    const groups = personaGroups([
      {
        person: { id: '1', name: 'Dr Priya Venmoor' },
        memberships: [
          { role: 'CLINICAL_DIRECTOR', organisationCode: 'UX0001', organisation: quillhaven },
          { role: 'PRACTICE_MEMBER', organisationCode: 'PX0002', organisation: surgery },
        ],
      },
      {
        person: { id: '2', name: 'Imogen Harkwell' },
        memberships: [{ role: 'NETWORK_MANAGER', organisationCode: 'UX0001', organisation: quillhaven }],
      },
      { person: { id: '3', name: 'Otto' }, memberships: [{ role: 'OPERATOR', organisationCode: 'ENGLAND', organisation: null }] },
    ])
    expect(groups.map(({ heading, people }) => [heading, people.map(({ name, where }) => `${name}: ${where}`)])).toEqual([
      ['Network manager', ['Imogen Harkwell: Quillhaven PCN']],
      ['Clinical director', ['Dr Priya Venmoor: Quillhaven PCN; practice staff of Ferry Lane Surgery, in Quillhaven PCN']],
      ['Operator', ['Otto: England']],
    ])
  })
})
