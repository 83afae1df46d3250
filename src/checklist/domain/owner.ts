/** Whose checklist it is: a network's or, for commissioner duties, an ICB's. */
export const ownerKinds = ['NETWORK', 'BOARD'] as const
export type OwnerKind = (typeof ownerKinds)[number]
