import { type Tell } from './demonstration-priorities.js'
import { addDays, type ContractYear, type Day, firstDayOf, later } from './platform/day.js'

/** Somebody of any organisation does something on a day. */
export type TellAs = (organisationCode: string) => Tell

const LMC = 'LX01'
const LMC_NAME = 'Merrowshire Local Medical Committee'

const mutationOf = (name: string, fields = '__typename'): string =>
  `mutation ($input: ${name[0]?.toUpperCase()}${name.slice(1)}Input!) { ${name}(input: $input) { ${fields} } }`

/** Says which networks the invented LMC covers, since the day networks began: before anything is asked of it. */
export async function tellCoverage(tellAs: TellAs, networkCodes: readonly string[], today: Day): Promise<void> {
  const input = { lmcCode: LMC, name: LMC_NAME, networkCodes, startsOn: '2019-07-01' }
  await tellAs('ENGLAND')(today, 'operator', mutationOf('coverNetworks'), input)
}

/**
 * What many networks were asked at once, as the LMC recorded it: one request it has read and advised on, one that a network goes to for the
 * others, and one it has said nothing of yet. The first network also keeps a reply to use again.
 */
export async function tellRequests(tellAs: TellAs, networkCodes: readonly string[], year: ContractYear, today: Day): Promise<void> {
  const requests = new SharedRequests(tellAs, year, today)
  const [one = '', two = '', three = '', ...others] = networkCodes
  await requests.returnByPractice([one, two, three])
  await requests.winterCall([one, two, three])
  await requests.careHomeCounts([one, two, ...others])
  const text =
    'Thank you for asking. We looked for the clause that asks for this and found none. Please name it, or tell us what it replaces.'
  await tellAs(one)(today, 'network-manager', mutationOf('saveWording'), {
    ...{ networkCode: one, title: 'No clause found', text, choice: 'NEGOTIATE' },
  })
}

class SharedRequests {
  constructor(
    private readonly tellAs: TellAs,
    private readonly year: ContractYear,
    private readonly today: Day,
  ) {}

  /** Read by the LMC, which found no clause; the second network has declined, the others have still to answer. */
  async returnByPractice(networkCodes: readonly string[]): Promise<void> {
    const requestId = await this.record(-16, networkCodes, {
      ...{ title: 'A monthly return on same-day access, by practice', nature: 'REPORT', timing: 'LEVELLED', askerKind: 'ICB' },
      ...{ askedBy: 'The integrated care board’s access team', why: 'To show progress to the region.' },
      what: 'By the fifth working day of each month: appointments offered and used on the same day, for each practice, in the attached sheet.',
      dueOn: addDays(this.today, 9),
      minutes: [
        { staffGroup: 'CLINICAL_DIRECTOR', minutes: { low: 60, central: 150, high: 300 } },
        { staffGroup: 'NETWORK_MANAGER', minutes: { low: 300, central: 600, high: 900 } },
        { staffGroup: 'PRACTICE_MANAGER' },
      ],
    })
    const body = { requestId, bodyCode: LMC }
    await this.lmc(-12, 'attachReading', {
      ...{ ...body, author: LMC_NAME, clause: { clause: 'NOT_FOUND' }, publishedOn: this.day(-13) },
      link: 'https://lmc.example/readings/same-day-access',
      text: 'The contract asks networks to say how they offer access. It asks for no return by practice, and nationally published figures say the same each month.',
    })
    const reply =
      'Please name the clause that asks for this. The figures are published nationally every month; we are glad to go through them with you.'
    const reason = 'No clause asks for it, and the figures are published already.'
    await this.lmc(-12, 'recommendAnswer', { ...body, choice: 'NEGOTIATE', reason, reply })
    const [, declining = ''] = networkCodes
    const declined = 'The figures are published nationally each month.'
    await this.answer(-10, declining, requestId, { choice: 'DECLINE', reason: declined })
  }

  /** The third network accepted and goes for the others, of which the first agreed. */
  async winterCall(networkCodes: readonly string[]): Promise<void> {
    const [one = '', , three = ''] = networkCodes
    const requestId = await this.record(-40, networkCodes, {
      ...{
        title: 'The system’s winter call',
        nature: 'GOVERN',
        timing: 'LEVELLED',
        askerKind: 'ICB',
        askedBy: 'The integrated care board',
      },
      what: 'One clinical director of each network on the system’s call, an hour every Thursday until March.',
      minutes: [{ staffGroup: 'CLINICAL_DIRECTOR', minutes: { central: 1_020 } }],
    })
    await this.answer(-36, three, requestId, { choice: 'ACCEPT' })
    const offered = { requestId, networkCode: three, note: 'Dr Adewumi-Holt goes and sends notes by Friday.' }
    await this.tellAs(three)(this.day(-36), 'clinical-director', mutationOf('attendFor'), offered)
    const agreed = { requestId, networkCode: one, attendantCode: three }
    await this.tellAs(one)(this.day(-30), 'clinical-director', mutationOf('acceptAttendance'), agreed)
  }

  /** Nobody has looked at it yet. */
  async careHomeCounts(networkCodes: readonly string[]): Promise<void> {
    await this.record(-3, networkCodes, {
      ...{ title: 'Counts of care home rounds since April', nature: 'REPORT', askerKind: 'COUNCIL', askedBy: 'Merrowshire Council' },
      what: 'How many rounds were held in each care home each week since April, and who led them.',
      dueOn: addDays(this.today, 25),
    })
  }

  private async record(days: number, networkCodes: readonly string[], asked: object): Promise<string> {
    const input = { networkCodes, lmcCode: LMC, contractYear: this.year, receivedOn: this.day(days), ...asked }
    const fields = '__typename ... on RequestRecorded { request { id } }'
    const recorded = await this.tellAs(LMC)(this.day(days), 'lmc', mutationOf('recordRequest', fields), input)
    return (recorded['request'] as { id: string }).id
  }

  private answer(days: number, networkCode: string, requestId: string, answer: object): Promise<unknown> {
    const input = { requestId, networkCode, ...answer }
    return this.tellAs(networkCode)(this.day(days), 'clinical-director', mutationOf('answerRequest'), input)
  }

  private lmc(days: number, name: string, input: object): Promise<unknown> {
    return this.tellAs(LMC)(this.day(days), 'lmc', mutationOf(name), input)
  }

  /** So many days from today, and never before the year began. */
  private day(days: number): Day {
    return later(firstDayOf(this.year), addDays(this.today, days))
  }
}
