import { type Visitor } from '../../support/browser.js'

/** A page, how to get to it, and whether what it says is that something is wrong. */
export interface Step {
  readonly name: string
  readonly go: (visitor: Visitor) => Promise<unknown>
  readonly isWrong?: boolean
  /** It is in no organisation's name: it says what went wrong, and nothing of anybody. */
  readonly isNobodys?: boolean
}

/** Somebody, and the pages they go through in this order. */
export type Walk = readonly [person: string, steps: readonly Step[]]

export const itemOf = (visitor: Visitor): string => new URL(visitor.page.url()).pathname
export const press = (name: string | RegExp) => (visitor: Visitor) => visitor.click('button', name)
export const open = (address: string) => (visitor: Visitor) => visitor.open(address)
