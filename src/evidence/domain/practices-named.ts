/** Whose evidence somebody may record: all of an organisation's, or only that of practices they belong to. */
export interface Recorder {
  /** Whether they belong to the organisation itself. */
  readonly ofOrganisation: boolean
  readonly ownPractices: readonly string[]
}

/** Practices that cannot be named. */
export interface PracticesRefusal {
  readonly kind: 'PracticeNotAMember' | 'PracticeNotYours'
  readonly field: string
  readonly message: string
  readonly practiceCodes: readonly string[]
}

/**
 * Why evidence cannot name these practices; undefined when it can. Each has to be, or to have been, a member of the network: evidence of a practice
 * that left stays true. Practice staff speak for their own practices only, and have to name them.
 */
export function refusePractices(
  named: readonly string[],
  members: ReadonlySet<string>,
  recorder: Recorder,
  field = 'practiceCodes',
): PracticesRefusal | undefined {
  const strangers = named.filter((code) => !members.has(code))
  if (strangers.length > 0) {
    const message = `${strangers.join(', ')}: not a practice of this network, now or before`
    return { kind: 'PracticeNotAMember', field, message, practiceCodes: strangers }
  }
  return refuseOthers(named, recorder, field)
}

/** Why somebody cannot touch evidence that speaks for these practices; undefined when they can. */
export function refuseOthers(
  named: readonly string[],
  { ofOrganisation, ownPractices }: Recorder,
  field: string,
): PracticesRefusal | undefined {
  if (ofOrganisation) return undefined
  const others = named.filter((code) => !ownPractices.includes(code))
  if (named.length > 0 && others.length === 0) return undefined
  const message = `You speak for ${ownPractices.join(', ')} only. Name your own practice and no other`
  return { kind: 'PracticeNotYours', field, message, practiceCodes: others }
}
