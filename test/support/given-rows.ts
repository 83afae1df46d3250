import { randomUUID } from 'node:crypto'
import { type MembershipEntity } from '../../src/access/access.entity.js'
import { type CatalogueEntryEntity } from '../../src/specification/specification.entity.js'

/** A requirement as far as a test cares; `area` is the code of its service area. */
export type RequirementGiven = Partial<Omit<CatalogueEntryEntity, 'id' | 'specificationId' | 'serviceAreaId' | 'position'>> & {
  readonly area?: string
}

/** What somebody has been since July 2019. */
export function membershipWith(given: Pick<MembershipEntity, 'personId' | 'role' | 'organisationCode' | 'recordedAt'>): MembershipEntity {
  return { id: randomUUID(), startsOn: '2019-07-01', endsOn: null, endedAt: null, recordedBy: null, supersededAt: null, ...given }
}

/** A duty of the network, shown once a year, that nobody decides on, but for what a test says. */
export function requirementWith(given: Omit<RequirementGiven, 'area'>, code: string) {
  return {
    ...{
      code,
      key: `test.${given.code ?? code}`,
      kind: 'DUTY',
      title: `Requirement ${given.code ?? code}`,
      text: 'The network does this.',
    },
    ...{
      paragraph: null,
      sources: [],
      certainty: 'SOURCED',
      carriedFrom: null,
      responsible: ['NETWORK'],
      nature: 'GOVERN',
      obligation: 'UNPAID',
    },
    ...{ fallsDue: 'ANNUAL', shownEvery: 'YEAR', standing: false, opensOn: null, dueOn: null, dueDays: null, afterYearEnd: false },
    ...{ perPractice: false, evidence: [{ what: 'A note.', per: 'NETWORK' }], decidedBy: 'NOBODY', money: null, defaultsToNoOn: null },
    ...{ informationGovernance: false, declarationFacts: unknownFacts, declarationOnly: null, digest: code },
    ...given,
  }
}

const unknownFacts = {
  ...{ selfDeclared: null, documentOrRole: null, fixedNationally: null, yesNo: null, noOutcomeMeasure: null, calledTickBox: false },
}
