/** What kind of body asks. */
export const askerKinds = ['ICB', 'TRUST', 'NHS_ENGLAND', 'LMC', 'COUNCIL', 'OTHER'] as const
export type AskerKind = (typeof askerKinds)[number]

/** What a network can answer. */
export const answerChoices = ['ACCEPT', 'DECLINE', 'DELEGATE', 'NEGOTIATE'] as const
export type AnswerChoice = (typeof answerChoices)[number]

/** Where a request stands at one network: its latest answer, or none yet. */
export const requestStandings = ['UNANSWERED', ...answerChoices] as const
export type RequestStanding = (typeof requestStandings)[number]

/** Whether somebody looked for the clause that asks for it, and found one. */
export const clauseFindings = ['FOUND', 'NOT_FOUND', 'NOT_LOOKED'] as const
export type ClauseFinding = (typeof clauseFindings)[number]

/** Whose finding it is: who recorded the request, the network that was asked, or an LMC that covers it. */
export const clauseFinders = ['RECORDER', 'NETWORK', 'LMC'] as const
export type ClauseFinder = (typeof clauseFinders)[number]

/** Work that recurs is spread over the months of its window; work done once can be done in any of them. */
export const requestTimings = ['LEVELLED', 'FLOATING'] as const
export type RequestTiming = (typeof requestTimings)[number]

/** Who says something to every network that was asked: an LMC that covers one of them, or one of them. */
export const bodyKinds = ['LMC', 'NETWORK'] as const
export type BodyKind = (typeof bodyKinds)[number]
