import { type Role } from '../../access/domain/permission.js'
import { type Declaration, type DeclaredStatement, type DirectorsConfirmation } from './evidence-kind.js'

/** Who enters a declaration, and whose it is meant to be. */
export interface Declarant {
  readonly personId: string
  /** A board has no clinical director: its commissioners declare for it. */
  readonly forBoard: boolean
  /** Whether whoever enters it was a clinical director of the network on the day. */
  readonly isDirector: boolean
  /** The director somebody enters it for, and how she said yes; null when it is one's own. */
  readonly onBehalfOf: (DirectorsConfirmation & { readonly directorId: string; readonly isDirector: boolean }) | null
}

export interface NotADirectorRefusal {
  readonly kind: 'NotADirector'
  readonly field: string
  readonly message: string
}

/**
 * Why this is nobody's declaration to make; undefined when it is. A network declares through its clinical director: she does it herself, or its manager
 * enters it naming her and how and when she confirmed it.
 */
export function refuseDeclarant({ forBoard, isDirector, onBehalfOf }: Declarant): NotADirectorRefusal | undefined {
  const kind = 'NotADirector'
  if (onBehalfOf !== null) {
    if (onBehalfOf.isDirector) return undefined
    return {
      kind,
      field: 'onBehalfOf.directorId',
      message: 'Name somebody who was a clinical director of this network on the day declared',
    }
  }
  if (forBoard || isDirector) return undefined
  const message = 'A declaration is the clinical director’s. Name her in onBehalfOf, and how and on which day she confirmed it'
  return { kind, field: 'onBehalfOf', message }
}

/** The declaration of somebody who may make it. */
export function declarationOf(
  { personId, forBoard, isDirector, onBehalfOf }: Declarant,
  statements: readonly DeclaredStatement[],
): Declaration {
  const own: Role = isDirector ? 'clinical-director' : forBoard ? 'commissioner' : 'network-manager'
  if (onBehalfOf === null) return { statements, role: own, directorId: isDirector ? personId : null, onBehalf: null }
  const { directorId, confirmedHow, confirmedOn } = onBehalfOf
  return { statements, role: own, directorId, onBehalf: { confirmedHow, confirmedOn } }
}

/** The statements that a declaration does not make, of those asked for: it cannot show what it does not say. */
export function undeclared(declaration: Declaration, wanted: readonly DeclaredStatement[]): DeclaredStatement[] {
  const says = (one: DeclaredStatement) =>
    declaration.statements.some(({ requirementKey, wording }) => requirementKey === one.requirementKey && wording === one.wording)
  return wanted.filter((one) => !says(one))
}
