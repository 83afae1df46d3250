import { runsNetwork } from '../layout/rights.js'
import { type Day } from '../../platform/day.js'
import { type Place } from '../layout/visit.js'
import { count, dayInWords, momentInWords, periodInWords } from '../layout/words.js'
import {
  type AdviceData,
  type AnswerData,
  type Committee,
  type ReadingData,
  type ReceivedInFull,
  type RequestData,
  type StaffGroup,
} from './request.data.js'
import {
  askedWords,
  askers,
  centralSum,
  choices,
  clauseWords,
  commonGroups,
  dueWords,
  findingWords,
  namesOf,
  natures,
  standingTag,
  takes,
  timeWords,
} from './request-words.js'

/** What somebody may do on the page of a request. */
export interface RequestRights {
  readonly canAnswer: boolean
  readonly canSift: boolean
  /** In whose name: the LMC, or the network the caller directs. */
  readonly bodyCode: string
  readonly bodyName: string
}

/** The request as the network at hand received it; null to an LMC. */
export function receivedAt({ received }: RequestData, { networkCode }: Place): ReceivedInFull | null {
  return received.find(({ network }) => network.odsCode === networkCode) ?? null
}

export function rightsOf(request: RequestData, place: Place, committees: readonly Committee[]): RequestRights {
  const { role, code, networkCode } = place
  const stands = request.withdrawal === null
  const leads = runsNetwork({ place })
  const isLmc = role === 'LMC'
  return {
    canAnswer: stands && leads,
    canSift: stands && (isLmc || role === 'CLINICAL_DIRECTOR'),
    bodyCode: isLmc ? code : (networkCode ?? ''),
    bodyName: isLmc ? (committees.find((one) => one.code === code)?.name ?? place.name) : (place.networkName ?? place.name),
  }
}

/** Everything the page of a request shows. */
export function requestView(request: RequestData, place: Place, committees: readonly Committee[], today: Day) {
  const own = receivedAt(request, place)
  const groups = own?.network.staffGroups ?? commonGroups
  const nameOf = bodyNames(place, committees)
  return {
    ...{ title: request.title, code: own?.code ?? null, asked: askedWords(request), groups },
    tag: own ? standingTag(own.standing) : null,
    withdrawn:
      request.withdrawal &&
      `It was recorded by mistake and taken back on ${momentInWords(request.withdrawal.recordedAt)}: ${request.withdrawal.reason}`,
    ...{ what: request.what, why: request.why, facts: factsOf(request, own, today) },
    takes: takes(own ? own.minutes : request.minutes, groups),
    takesBasis: basisOf(own),
    clause: own ? clauseWords(own) : null,
    readings: request.readings.map(readingCard),
    advice: request.recommendations.map((one) => adviceCard(one, nameOf)),
    answers: (own?.answers ?? []).map(answerCard),
    networks: place.role === 'LMC' ? request.networks : [],
    networksLeft: request.networksAsked - request.networks.length,
    attendance: own && attendanceOf(request, own, groups),
  }
}

function factsOf(request: RequestData, own: ReceivedInFull | null, today: Day): { readonly name: string; readonly value: string }[] {
  const { askerKind, askedBy, receivedOn, dueOn, nature, timing, opensOn, closesOn, networksAsked, recordedAt, lmcCode } = request
  return [
    { name: 'Who asks', value: askedBy },
    { name: 'Kind of body', value: askers[askerKind] },
    { name: 'Came on', value: dayInWords(receivedOn) },
    { name: 'By when', value: dueWords(dueOn, today) },
    { name: 'Kind of work', value: natures[nature].text },
    { name: 'When it is done', value: `${timing === 'LEVELLED' ? 'Again and again' : 'Once'}, ${periodInWords(opensOn, closesOn)}` },
    ...(own ? [{ name: 'Clause', value: clauseWords(own) }] : []),
    ...(networksAsked > 1 ? [{ name: 'Asked of', value: `${count(networksAsked, 'network')}; it is one request` }] : []),
    { name: 'Recorded', value: `${momentInWords(recordedAt)}${lmcCode ? ' by the LMC' : ''}` },
  ]
}

function basisOf(own: ReceivedInFull | null): string {
  const standing = own?.answers.find(({ supersededAt }) => supersededAt === null)
  return standing?.minutes ? 'Your own figures, given with the answer.' : 'As recorded with the request.'
}

/** Who a body is: one's own network, an LMC by name, another network that was asked. */
function bodyNames(place: Place, committees: readonly Committee[]): (one: Pick<AdviceData, 'bodyKind' | 'bodyCode'>) => string {
  return ({ bodyKind, bodyCode }) => {
    if (bodyCode === place.networkCode) return 'Your clinical director'
    if (bodyKind === 'NETWORK') return 'The clinical director of another network that was asked'
    return committees.find(({ code }) => code === bodyCode)?.name ?? 'An LMC'
  }
}

function readingCard({ id, bodyKind, author, text, link, publishedOn, clause, requirementCode, paragraph, recordedAt }: ReadingData) {
  const published = publishedOn ? `published ${dayInWords(publishedOn)}, ` : ''
  return {
    ...{ id, author, text, link, kind: bodyKind === 'LMC' ? 'LMC' : 'Clinical director' },
    when: `${published}attached ${momentInWords(recordedAt)}`,
    finding: clause && findingWords({ clause, requirementCode, paragraph }),
  }
}

function adviceCard(one: AdviceData, nameOf: ReturnType<typeof bodyNames>) {
  const { id, choice, reason, reply, recordedAt } = one
  return { id, by: nameOf(one), choice: choices[choice], reason, reply, when: momentInWords(recordedAt) }
}

function answerCard({ id, choice, reason, delegateTo, instead, reply, recordedAt, supersededAt, recordedBy }: AnswerData) {
  return {
    ...{ id, tag: standingTag(choice), reason, delegateTo, instead, reply, isStanding: supersededAt === null },
    when: `${momentInWords(recordedAt)}${recordedBy ? ` by ${recordedBy.name}` : ''}`,
  }
}

/** Who goes for whom, and what that saves; null where no other network was asked. */
function attendanceOf(request: RequestData, own: ReceivedInFull, groups: readonly StaffGroup[]) {
  if (request.networksAsked < 2 || request.withdrawal) return null
  const { attendedBy, attendsFor, standing, network } = own
  const offers = request.attendanceOffers.filter(({ odsCode }) => odsCode !== network.odsCode)
  const [saved, forOthers] = [centralSum(own.savedMinutes), centralSum(own.savedForOthersMinutes)]
  return {
    attendedBy: attendedBy?.name ?? null,
    attendedNote: attendedBy?.note ?? null,
    saved: saved === null ? 'How much time that saves, nobody knows.' : `That saves you ${timeWords(saved)}.`,
    offers: offers.map(({ odsCode, name, note }) => ({ value: odsCode, text: name, hint: note ? { text: note } : undefined })),
    isOffering: request.attendanceOffers.some(({ odsCode }) => odsCode === network.odsCode),
    mayOffer: standing === 'ACCEPT' && attendedBy === null,
    agreed: attendsFor.length === 0 ? null : namesOf(attendsFor),
    savedForOthers:
      forOthers === null
        ? 'How much time that saves them, nobody knows.'
        : `Together that saves them ${timeWords(forOthers)}, at the time recorded with the request.`,
    others: count(request.networksAsked - 1, 'other network was', 'other networks were'),
    groups,
  }
}
