import { describe, expect, it } from '@jest/globals'
import { type DirectorCrowdOut, type DirectorHomeData, timeAtHome, waitingAtHome } from './director-home.view.js'

const month = {
  ...{ month: 0, startsOn: '2026-04-01', availableMinutes: 600, deliveryAndGovernanceMinutes: 300, declarationAndReportingMinutes: 60 },
  ...{ localMinutes: 240, nationalOverrunMinutes: 0, displacedMinutes: 60, beyondCapacityMinutes: 0 },
}
const estimates = [{ staffGroup: 'CLINICAL_DIRECTOR', basis: 'NETWORK_ESTIMATE', networks: 1 }] as const
const crowdOut: DirectorCrowdOut = {
  ...{ contractYear: '2026/27', headline: 'National work asks for 6 of your 10 hours.', basis: '', highlights: [] },
  coverage: { groupsWithoutCapacity: 3 },
  staffGroup: {
    ...{ availableMinutes: 600, localWantedMinutes: 300, displacedMinutes: 60, months: [month], coverage: { itemsWithoutEstimate: 1 } },
    estimateCases: { displacedInWords: 'between 0 and 2 hours, depending on the estimates' },
    items: [
      { minutes: 240, estimates },
      { minutes: 120, estimates: [{ staffGroup: 'CLINICAL_DIRECTOR', basis: 'CATALOGUE_ASSUMPTION', networks: 0 }] },
      { minutes: null, estimates: [] },
    ],
  },
}
const withGroup = (more: Partial<DirectorCrowdOut['staffGroup']>): DirectorCrowdOut => ({
  ...crowdOut,
  staffGroup: { ...crowdOut.staffGroup, ...more },
})

describe('her time at home', () => {
  it('says what the hours rest on, with the span the estimates leave', () => {
    expect(timeAtHome(crowdOut, 'UX0001')).toMatchObject({
      known: true,
      rests: 'Of the national work, 4 hours rest on your own estimates and 2 hours on assumptions. 1 item has no estimate and is left out.',
      span: 'between 0 and 2 hours, depending on the estimates',
      picture: { src: '/picture/UX0001?size=wide', narrow: { src: '/picture/UX0001?size=narrow' } },
    })
  })

  it('is not known, and never none, where nobody entered it', () => {
    const unknown = timeAtHome(withGroup({ availableMinutes: null, displacedMinutes: null, months: null }), 'UX0001')
    expect(unknown).toMatchObject({ known: false, picture: null, span: null })
  })

  it.each([
    ['nothing is planned', { localWantedMinutes: 0 }, 'no priorities'],
    ['all of it fits', { displacedMinutes: 0 }, 'all fits'],
    ['no single item helps', {}, 'none alone'],
  ])('says why nothing gives time back: %s', (_, more, why) => {
    expect(timeAtHome(withGroup(more), 'UX0001').noHighlights).toBe(why)
  })
})

describe('what waits for her', () => {
  const declaration = (id: string, directorId: string) => ({
    ...{ id, happenedOn: '2026-11-20', recordedBy: { name: 'Imogen' } },
    declaration: {
      director: { id: directorId },
      onBehalf: { confirmedHow: 'By email', confirmedOn: '2026-11-19' },
      statements: [
        { requirementCode: '24-01', paragraph: '4.1', wording: 'The network has signed up.' },
        { requirementCode: '24-02', paragraph: null, wording: 'The network keeps a plan.' },
      ],
    },
  })
  const network: DirectorHomeData['network'] = {
    ...{ odsCode: 'UX0001', name: 'Network', crowdOut: null, checklist: null },
    unconfirmedDeclarations: [declaration('E1', 'me'), declaration('E2', 'somebody else')],
    requests: {
      nodes: [
        {
          ...{ id: 'N', code: 'R-1', clause: 'NOT_FOUND' },
          request: { id: 'R', title: 'A weekly call', askedBy: 'The trust', receivedOn: '2026-11-10', dueOn: null },
        },
      ],
    },
  }

  it('is what was declared for her and nobody else, word for word, and what was asked', () => {
    const waiting = waitingAtHome(network, 'me')
    expect(waiting.nothing).toBe(false)
    expect(waiting.declarations).toEqual([
      {
        ...{ id: 'E1', title: '24-01 and 24-02' },
        statements: [
          { heading: '24-01, paragraph 4.1', wording: 'The network has signed up.' },
          { heading: '24-02', wording: 'The network keeps a plan.' },
        ],
        detail: 'Imogen declared this for you on 20 November 2026; how you agreed, as noted: “By email”, 19 November 2026',
      },
    ])
    expect(waiting.requests).toEqual([
      { href: '/requests/R', text: 'R-1 A weekly call', detail: 'The trust, received 10 November 2026; no clause found' },
    ])
  })

  it('is nothing where nothing is', () => {
    expect(waitingAtHome({ ...network, unconfirmedDeclarations: null, requests: null }, 'me').nothing).toBe(true)
  })
})
