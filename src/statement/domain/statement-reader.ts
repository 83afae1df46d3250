/** Whom a network can publish its statement to, besides its own people: the ICBs that commission it, the LMCs that cover it. */
export const statementReaders = ['COMMISSIONERS', 'LMCS'] as const
export type StatementReader = (typeof statementReaders)[number]
