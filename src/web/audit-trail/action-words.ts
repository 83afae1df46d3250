import { count } from '../layout/words.js'

/** What an entry says besides its action. */
export interface EntryFacts {
  readonly subjectType: string
  readonly subjectId: string
  /** Values of a detail, as text; none where it is not said. */
  readonly of: (detail: string) => readonly string[]
}

interface ActionWords {
  /** As it begins a line of a list: "Recorded evidence". */
  readonly name: string
  /** The same as somebody did it, where that says more. */
  readonly did?: (facts: EntryFacts) => string
}

const says = (detail: string, value: string) => (facts: EntryFacts) => facts.of(detail).includes(value)
const either = (test: (facts: EntryFacts) => boolean, yes: string, no: string) => (facts: EntryFacts) => (test(facts) ? yes : no)
const withFiles = (did: string) => (facts: EntryFacts) => {
  const files = facts.of('files').length
  return files > 0 ? `${did} with ${count(files, 'file')}` : did
}

const marks: Readonly<Record<string, string>> = {
  NOT_APPLICABLE: 'said that an item does not apply',
  BLOCKED_BY_PARTNER: 'said that an item waits for a partner',
  NOT_MET: 'recorded that something was not met',
  NOT_PURSUED: 'said that paid work is not gone for',
}

function submitted({ subjectType, of }: EntryFacts): string {
  const isAutomatic = of('automatic').includes('true')
  if (subjectType === 'SubmissionSetting') {
    return `${isAutomatic ? 'let' : 'no longer lets'} what is shown in full go to the commissioner by itself`
  }
  return isAutomatic ? 'sent what is shown in full to the commissioner, by itself' : 'sent evidence to the commissioner'
}

/** Every action the trail knows, in words, by what it is about. An action without words fails a test. */
const groups: readonly (readonly [title: string, actions: Readonly<Record<string, ActionWords>>])[] = [
  [
    'Evidence',
    {
      'evidence.record': { name: 'Recorded evidence', did: withFiles('recorded evidence') },
      'evidence.supersede': { name: 'Corrected evidence', did: withFiles('corrected evidence') },
      'evidence.withdraw': { name: 'Withdrew evidence' },
      'evidence.link': { name: 'Used evidence again' },
      'evidence.unlink': { name: 'Took evidence off an item' },
      'evidence.declare': { name: 'Made a declaration' },
      'evidence.confirmDeclaration': { name: 'Confirmed a declaration made on their behalf' },
      'evidence.confirm': { name: 'Confirmed a practice’s part' },
      'evidence.submit': { name: 'Sent evidence to the commissioner', did: submitted },
      'file.upload': { name: 'Sent a file' },
      'file.remove': { name: 'Removed a file nobody used' },
      'number.letThrough': { name: 'Said that a number is not a patient’s' },
    },
  ],
  [
    'Checklist',
    {
      'checklist.open': { name: 'Opened a checklist', did: ({ of }) => ['opened the checklist', ...of('contractYear')].join(' of ') },
      'item.assign': {
        name: 'Said who looks after an item',
        did: ({ of }) => (of('assigneeId').length > 0 ? 'said who looks after an item' : 'said that nobody looks after an item'),
      },
      'item.mark': { name: 'Marked an item', did: ({ of }) => marks[of('kind').join()] ?? 'marked an item' },
      'item.endMark': { name: 'Took back a mark' },
      'item.pursue': {
        name: 'Said whether paid work is gone for',
        did: either(says('pursued', 'true'), 'said that paid work is gone for', 'said that paid work is not gone for'),
      },
      'item.reportEvent': { name: 'Reported an event' },
      'item.ask': {
        name: 'Asked or answered a question',
        did: either(({ subjectType }) => subjectType === 'Answer', 'answered a question', 'asked a question'),
      },
      'occurrence.decide': {
        name: 'Decided as commissioner',
        did: either(says('verdict', 'RETURNED'), 'returned what was sent', 'accepted what was sent'),
      },
      'localDay.set': {
        name: 'Set a local day',
        did: ({ of }) => (of('dueOn').length > 0 ? 'set a local day' : 'took back a local day'),
      },
    },
  ],
  [
    'Priorities',
    {
      'priority.set': { name: 'Set a priority', did: either(says('created', 'true'), 'added a priority', 'changed a priority') },
      'priority.rank': { name: 'Ranked the priorities' },
      'priority.endorse': {
        name: 'Said whether a practice stands behind a priority',
        did: either(
          says('endorses', 'false'),
          'said that their practice does not stand behind a priority',
          'said that their practice stands behind a priority',
        ),
      },
      'priority.markMilestone': {
        name: 'Marked a milestone',
        did: ({ of }) => (of('doneOn').length > 0 ? 'marked a milestone as reached' : 'took back that a milestone was reached'),
      },
      'priority.close': { name: 'Ended a priority' },
      'priority.reopen': { name: 'Took a priority up again' },
      'displacement.record': { name: 'Noted what was pushed out' },
      'displacement.withdraw': { name: 'Took back a note of what was pushed out' },
      'statement.publish': { name: 'Published a statement' },
      'statement.withdraw': { name: 'Withdrew a statement' },
    },
  ],
  [
    'Time and money',
    {
      'workload.setCapacity': { name: 'Entered the time there is' },
      'workload.addGroup': { name: 'Added a staff group' },
      'workload.removeGroup': { name: 'Removed a staff group' },
      'workload.estimate': {
        name: 'Estimated the time for something',
        did: either(says('withdrawn', 'true'), 'took back an estimate', 'estimated the time for something'),
      },
      'workload.setEstimates': { name: 'Estimated the time for several things' },
      'workload.setFromFile': { name: 'Entered time and estimates with a file' },
      'workload.log': { name: 'Noted time spent' },
      'workload.withdrawLog': { name: 'Took back a note of time spent' },
      'workload.rate': { name: 'Said what an item is worth' },
      'declarationOnly.override': { name: 'Said whether an item is declaration only' },
      'indicator.pursue': {
        name: 'Said whether an indicator is gone for',
        did: either(says('pursued', 'true'), 'said that an indicator is gone for', 'said that an indicator is not gone for'),
      },
      'paymentBase.set': {
        name: 'Entered what payments are counted by',
        did: either(says('withdrawn', 'true'), 'took back what payments are counted by', 'entered what payments are counted by'),
      },
      'tariff.set': { name: 'Entered what an hour costs' },
      'outsideCost.record': { name: 'Entered a cost paid to others' },
      'outsideCost.withdraw': { name: 'Took back a cost paid to others' },
    },
  ],
  [
    'Requests',
    {
      'request.record': { name: 'Recorded a request' },
      'request.answer': { name: 'Answered a request' },
      'request.withdraw': { name: 'Withdrew a request' },
      'request.attend': {
        name: 'Offered to go for others',
        did: either(says('attends', 'false'), 'took back the offer to go for others', 'offered to go for others'),
      },
      'request.agree': {
        name: 'Let another network go for them',
        did: ({ of }) => (of('attendantCode').length > 0 ? 'let another network go for them' : 'chose to go themselves'),
      },
      'request.read': { name: 'Attached a reading of a clause' },
      'request.recommend': { name: 'Recommended an answer' },
      'request.saveWording': { name: 'Kept a wording for answers' },
      'request.removeWording': { name: 'Removed a wording for answers' },
      'lmc.cover': { name: 'Said which networks an LMC covers' },
    },
  ],
  [
    'People and signing in',
    {
      'invitation.make': { name: 'Invited somebody' },
      'invitation.accept': { name: 'Accepted an invitation' },
      'invitation.withdraw': { name: 'Withdrew an invitation' },
      'membership.change': { name: 'Changed what somebody is here' },
      'membership.end': { name: 'Ended what somebody was here' },
      'person.erase': { name: 'Erased a person’s name' },
      'signIn.reset': { name: 'Gave somebody a link to sign in anew' },
      'account.setUp': { name: 'Set up their sign-in' },
      'account.link': { name: 'Joined their sign-in to an account elsewhere' },
      'account.reset': { name: 'Set up their sign-in anew, with a link' },
      'account.changePassword': { name: 'Changed their password' },
      'account.changeAuthenticator': { name: 'Changed their authenticator app' },
      'account.renewRecoveryCodes': { name: 'Made new recovery codes' },
      'account.useRecoveryCode': { name: 'Signed in with a recovery code' },
      'account.lock': { name: 'Locked an account after wrong passwords' },
      'session.start': { name: 'Signed in' },
      'session.end': { name: 'Signed out' },
      'token.create': { name: 'Made a token for a program' },
      'token.revoke': { name: 'Took back a token' },
    },
  ],
  [
    'Headroom itself',
    {
      'network.load': { name: 'Loaded invented organisations' },
      'specification.load': { name: 'Loaded a contract year' },
      'publication.import': { name: 'Read official files' },
      'release.compute': { name: 'Computed pooled figures' },
    },
  ],
]

const words: ReadonlyMap<string, ActionWords> = new Map(groups.flatMap(([, actions]) => Object.entries(actions)))

/** Every action that has words. */
export const actionsInWords: readonly string[] = [...words.keys()]

/** What an action is called in a list; itself where the trail holds one from another time. */
export function nameOf(action: string): string {
  return words.get(action)?.name ?? action
}

/** What somebody did, to follow their name: "recorded evidence with 2 files". */
export function deedOf(action: string, facts: EntryFacts): string {
  const found = words.get(action)
  if (!found) return `did what the trail calls ${action}`
  return found.did?.(facts) ?? `${found.name.charAt(0).toLowerCase()}${found.name.slice(1)}`
}

/** The actions to choose from, by what they are about. */
export function actionChoices(chosen: string): { title: string; options: { value: string; text: string; selected: boolean }[] }[] {
  return groups.map(([title, actions]) => ({
    title,
    options: Object.entries(actions).map(([value, { name }]) => ({ value, text: name, selected: value === chosen })),
  }))
}
