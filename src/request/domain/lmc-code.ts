import { ENGLAND, inventedForms } from '../../network/domain/organisations.js'

/** Organisations whose code an LMC cannot have. */
export type OtherOrganisation = Exclude<keyof typeof inventedForms, 'localMedicalCommittee'>

const names: Readonly<Record<OtherOrganisation, string>> = {
  ...{ region: 'a region', board: 'an ICB', subIcbLocation: 'a sub-ICB location', network: 'a network', practice: 'a practice' },
}

/** A code that is not an LMC's. */
export interface LmcCodeTaken {
  readonly kind: 'LmcCodeTaken'
  readonly field: 'lmcCode'
  readonly message: string
}

/**
 * Why a code cannot be an LMC's: it stands for all of England, an organisation known here has it, or it has the form of another kind of invented
 * organisation, which would get its people's rights mixed up. Undefined when it can.
 */
export function refuseLmcCode(code: string, known: OtherOrganisation | null): LmcCodeTaken | undefined {
  const formed = (Object.keys(names) as OtherOrganisation[]).find((kind) => inventedForms[kind].test(code))
  const other = known ?? formed
  const what = code === ENGLAND ? 'all of England' : other && names[other]
  if (!what) return undefined
  return { kind: 'LmcCodeTaken', field: 'lmcCode', message: `${code} stands for ${what}. Give the LMC a code of its own, such as LX01.` }
}
