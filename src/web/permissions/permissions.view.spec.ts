import { describe, expect, it } from '@jest/globals'
import { permissionSections } from './permissions.view.js'

const permissions = [
  {
    ...{ group: 'Read', what: 'evidence', note: 'A commissioner sees what was submitted.' },
    grants: [
      { role: 'NETWORK_MANAGER' as const, reach: 'OWN' as const },
      { role: 'CLINICAL_DIRECTOR' as const, reach: 'OWN' as const },
      { role: 'PRACTICE_MEMBER' as const, reach: 'NETWORK' as const },
      { role: 'COMMISSIONER' as const, reach: 'OVERSEEN' as const },
    ],
  },
  { group: 'Plan', what: 'sift requests', note: null, grants: [{ role: 'LMC' as const, reach: 'OWN' as const }] },
]

describe('permissionSections', () => {
  it('says who holds what and where, those in the same places together', () => {
    expect(permissionSections(permissions, null)).toEqual([
      {
        group: 'Read',
        rules: [
          {
            what: 'Evidence',
            note: 'A commissioner sees what was submitted.',
            who: [
              'Network manager and clinical director in their own organisation',
              'Practice staff in the networks of their practice',
              'Commissioner in their ICB and the networks it commissions',
            ],
          },
        ],
      },
      { group: 'Plan', rules: [{ what: 'Sift requests', note: null, who: ['Local medical committee in the networks it covers'] }] },
    ])
  })

  it('keeps to what one role holds', () => {
    const [section, ...others] = permissionSections(permissions, 'COMMISSIONER')
    expect(others).toEqual([])
    expect(section?.rules[0]?.who).toEqual(['Commissioner in their ICB and the networks it commissions'])
  })
})
