import { type DemonstrationChecklist, mutationOf } from './demonstration-plan.js'
import { type Tell } from './demonstration-priorities.js'
import { addDays, type Day, firstDayOf, later } from './platform/day.js'

/** Who has left the first network, and what tells them apart from those who can sign in. */
export const LEAVER = 'office.ux0001@headroom.example'

/** Somebody with what they are. */
export interface Leaver {
  readonly personId: string
  readonly membershipId: string
}

/** A second manager of a network got items to look after, and left three weeks ago: they wait for somebody to take them over. */
export async function tellLeaving(tell: Tell, { checklist }: DemonstrationChecklist, leaver: Leaver, today: Day): Promise<void> {
  const notes = ['The draft is with the practices.', 'Ask Dr Venmoor before it goes out.', '']
  const since = (days: number): Day => later(firstDayOf(checklist.contractYear), addDays(today, -days))
  const ahead = checklist.items.nodes.filter(({ occurrences }) => occurrences.some(({ dueOn }) => dueOn !== null && dueOn >= today))
  for (const [place, note] of notes.entries()) {
    const item = ahead[place * 2]
    const input = { itemId: item?.id, personId: leaver.personId, note }
    if (item) await tell(since(90), 'network-manager', mutationOf('assignItem'), input)
  }
  await tell(since(21), 'clinical-director', mutationOf('endMembership'), { membershipId: leaver.membershipId })
}
