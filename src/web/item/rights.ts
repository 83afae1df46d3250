import { type Visit } from '../layout/visit.js'
import { type ChecklistOfItem } from './item.data.js'

/** What somebody is offered on an item's page. The API decides; this only leaves out what it would refuse. */
export interface Rights {
  /** Whether the item is their own organisation's. */
  readonly isOwner: boolean
  readonly isPractice: boolean
  readonly canRecord: boolean
  readonly canDeclare: boolean
  readonly organisationCode: string
  /** Practices that evidence can be said to be for, ticked where there is no choice. */
  readonly practiceChoices: readonly { readonly value: string; readonly text: string; readonly checked: boolean }[]
}

/** As much of an item as says whose it is. */
interface Owned {
  readonly checklist: Pick<ChecklistOfItem, 'network' | 'integratedCareBoard'>
  readonly requirement: { readonly perPractice: boolean }
}

/** What a visitor can do with an item. */
export function rightsOf({ checklist, requirement }: Owned, { places }: Visit): Rights {
  const organisationCode = (checklist.network ?? checklist.integratedCareBoard)?.odsCode ?? ''
  const runs = places.some(
    ({ role, code }) => code === organisationCode && ['NETWORK_MANAGER', 'CLINICAL_DIRECTOR', 'COMMISSIONER'].includes(role),
  )
  const ownPractices = places
    .filter(({ role, networkCode }) => role === 'PRACTICE_MEMBER' && networkCode === organisationCode)
    .map(({ code }) => code)
  const isOwner = runs || ownPractices.length > 0
  const members = (checklist.network?.practices ?? []).map(({ practice }) => ({ value: practice.odsCode, text: practice.name }))
  const own = members.filter(({ value }) => ownPractices.includes(value)).map((practice) => ({ ...practice, checked: true }))
  const all = requirement.perPractice ? members.map((practice) => ({ ...practice, checked: false })) : []
  return {
    ...{ isOwner, isPractice: isOwner && !runs, canRecord: isOwner, canDeclare: runs, organisationCode },
    practiceChoices: runs ? all : own,
  }
}
