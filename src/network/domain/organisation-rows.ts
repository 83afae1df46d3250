import { type CodeAndName, type Entries } from './organisation-files.js'
import { type OrganisationFiles } from './organisation-links.js'
import { type NamedOrganisation, type Organisations, type Persona } from './organisations.js'

/** The organisations of files without problems. Errors: Error when something is missing in them (a caller's bug). */
export function organisationsOf({ boards, practices, networks }: OrganisationFiles): Organisations {
  const boardEntries = all(boards?.value.boards)
  const practiceEntries = all(practices?.value.practices)
  const networkEntries = all(networks?.value.networks)
  const source = given(practices?.value.source)
  const onDay = given(practices?.value.listsOn)
  return {
    regions: all(boards?.value.regions).map(({ code, name }) => ({ code, name })),
    boards: boardEntries.map((board) => ({ ...named(board), regionCode: board.region })),
    subIcbLocations: boardEntries.flatMap((board) =>
      board.subIcbLocations.map((location) => ({ ...named(location), boardCode: board.code })),
    ),
    networks: networkEntries.map(named),
    practices: practiceEntries.map(named),
    commissioners: networkEntries.flatMap(({ code: networkCode, commissionedBy }) =>
      commissionedBy.map(({ board: boardCode, subIcbLocation: subIcbCode, lead: isLead, since: startsOn }) => {
        return { networkCode, boardCode, subIcbCode, isLead, startsOn, endsOn: null }
      }),
    ),
    memberships: networkEntries.flatMap(({ code: networkCode, practices: members }) =>
      members.map(({ code: practiceCode, joined: startsOn, left: endsOn }) => ({ networkCode, practiceCode, startsOn, endsOn })),
    ),
    listSizes: practiceEntries.flatMap(({ code: practiceCode, patients }) =>
      patients === null ? [] : [{ practiceCode, onDay, patients, source }],
    ),
  }
}

/** The people of files without problems. */
export function peopleOf({ people }: OrganisationFiles): readonly Persona[] {
  return all(people?.value.people)
}

function named({ code: odsCode, name }: CodeAndName): NamedOrganisation {
  return { odsCode, name }
}

function all<T>(list: Entries<T> | undefined): readonly T[] {
  return given(list).map(given)
}

function given<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('Files without problems gave no value')
  return value
}
