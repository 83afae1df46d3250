import { registerEnumType } from '@nestjs/graphql'

/** A GraphQL enum of a domain's list of words, given as `@Field(() => …)`. */
export function enumOf<Word extends string>(name: string, words: readonly Word[], description: string): { readonly [Each in Word]: Each } {
  const values = Object.fromEntries(words.map((word) => [word, word])) as { readonly [Each in Word]: Each }
  registerEnumType(values, { name, description })
  return values
}
