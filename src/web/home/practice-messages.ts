import { type Day } from '../../platform/day.js'
import { isOpen, type Status } from '../layout/status.js'
import { count, dayInWords } from '../layout/words.js'

/** An item that every practice has to show. */
export interface ConfirmationItem {
  readonly id: string
  readonly code: string
  readonly requirement: { readonly title: string }
  readonly occurrences: readonly {
    readonly dueOn: Day | null
    readonly opensOn: Day
    readonly standing: { readonly status: Status }
    readonly practices: { readonly missing: readonly string[] } | null
  }[]
}

/** A practice that has something to confirm, with a message to send it. */
export interface PracticeMessage {
  readonly code: string
  readonly name: string
  readonly words: string
  readonly message: string
}

interface NetworkPractices {
  readonly name: string
  readonly practices: readonly { readonly practice: { readonly odsCode: string; readonly name: string } }[]
}

/** What each practice still has to confirm, practices by name: support, not a ranking. */
export function practiceMessages(network: NetworkPractices, items: readonly ConfirmationItem[], today: Day): PracticeMessage[] {
  return [...network.practices]
    .map(({ practice }) => practice)
    .sort((one, other) => one.name.localeCompare(other.name, 'en-GB'))
    .flatMap(({ odsCode: code, name }) => {
      const lines = items.flatMap((item) => waitingFor(item, code, today))
      if (lines.length === 0) return []
      const message = [
        `Hello ${name},`,
        '',
        `${network.name} still needs your confirmation of ${count(lines.length, 'item')}:`,
        ...lines.map((line) => `- ${line}`),
        '',
        'You can confirm each of them in Headroom, from your home page. Thank you.',
      ]
      return [{ code, name, words: count(lines.length, 'confirmation'), message: message.join('\n') }]
    })
}

function waitingFor({ code, requirement, occurrences }: ConfirmationItem, practiceCode: string, today: Day): string[] {
  const open = occurrences.filter(({ standing, practices }) => isOpen(standing.status) && practices?.missing.includes(practiceCode))
  const [first] = open
  if (!first) return []
  const due = first.dueOn === null ? '' : first.dueOn < today ? `, was due ${dayInWords(first.dueOn)}` : `, due ${dayInWords(first.dueOn)}`
  return [`${code} ${requirement.title}${due}`]
}
