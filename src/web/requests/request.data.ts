import { type Day, type Instant } from '../../platform/day.js'

export type Choice = 'ACCEPT' | 'DECLINE' | 'DELEGATE' | 'NEGOTIATE'
export type Standing = 'UNANSWERED' | Choice
export type Finding = 'FOUND' | 'NOT_FOUND' | 'NOT_LOOKED'
export type AskerKind = 'ICB' | 'TRUST' | 'NHS_ENGLAND' | 'LMC' | 'COUNCIL' | 'OTHER'
export type Nature = 'DECLARE' | 'REPORT' | 'GOVERN' | 'DELIVER'

export interface Minutes {
  readonly staffGroup: string
  readonly minutes: { readonly low: number; readonly central: number; readonly high: number } | null
}

export interface StaffGroup {
  readonly code: string
  readonly name: string
}

/** What the fragment `RequestAsked` answers. */
export interface AskedData {
  readonly id: string
  readonly title: string
  readonly askedBy: string
  readonly askerKind: AskerKind
  readonly receivedOn: Day
  readonly dueOn: Day | null
  readonly timing: 'LEVELLED' | 'FLOATING'
  readonly minutes: readonly Minutes[] | null
  readonly networksAsked: number
  readonly networks: readonly { readonly odsCode: string; readonly name: string; readonly answered: boolean }[]
}

export interface ClauseData {
  readonly clause: Finding
  readonly clauseBy: 'RECORDER' | 'NETWORK' | 'LMC'
  readonly requirementCode: string | null
  readonly paragraph: string | null
}

interface Attending {
  readonly odsCode: string
  readonly name: string
  readonly note: string | null
}

/** What the fragment `RequestReceived` answers. */
export interface ReceivedData extends ClauseData {
  readonly code: string
  readonly standing: Standing
  readonly minutes: readonly Minutes[] | null
  readonly attendedBy: Attending | null
  readonly attendsFor: readonly { readonly odsCode: string; readonly name: string }[]
}

export interface ReadingData {
  readonly id: string
  readonly bodyKind: 'LMC' | 'NETWORK'
  readonly bodyCode: string
  readonly author: string
  readonly text: string
  readonly link: string | null
  readonly publishedOn: Day | null
  readonly clause: Finding | null
  readonly requirementCode: string | null
  readonly paragraph: string | null
  readonly recordedAt: Instant
}

export interface AdviceData {
  readonly id: string
  readonly bodyKind: 'LMC' | 'NETWORK'
  readonly bodyCode: string
  readonly choice: Choice
  readonly reason: string
  readonly reply: string | null
  readonly recordedAt: Instant
}

export interface AnswerData {
  readonly id: string
  readonly choice: Choice
  readonly reason: string | null
  readonly delegateTo: string | null
  readonly instead: string | null
  readonly reply: string | null
  readonly recordedAt: Instant
  readonly supersededAt: Instant | null
  readonly recordedBy: { readonly name: string } | null
  readonly minutes: readonly { readonly staffGroup: string }[] | null
}

export interface WordingData {
  readonly wordingId: string
  readonly title: string
  readonly text: string
  readonly choice: Choice | null
}

/** A request as one network received it, with everything its page shows. */
export interface ReceivedInFull extends ReceivedData {
  readonly network: {
    readonly odsCode: string
    readonly name: string
    readonly staffGroups: readonly StaffGroup[] | null
    readonly requestWordings: readonly WordingData[] | null
  }
  readonly answers: readonly AnswerData[]
  readonly savedMinutes: readonly Minutes[] | null
  readonly savedForOthersMinutes: readonly Minutes[] | null
}

/** What the operation of one request answers. */
export interface RequestData extends AskedData {
  readonly what: string
  readonly why: string | null
  readonly nature: Nature
  readonly opensOn: Day
  readonly closesOn: Day
  readonly lmcCode: string | null
  readonly contractYear: string
  readonly recordedAt: Instant
  readonly withdrawal: { readonly reason: string; readonly recordedAt: Instant } | null
  readonly readings: readonly ReadingData[]
  readonly recommendations: readonly AdviceData[]
  readonly attendanceOffers: readonly Attending[]
  readonly received: readonly ReceivedInFull[]
}

export interface Committee {
  readonly code: string
  readonly name: string
}
