import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { Config } from '../../src/platform/config.js'
import { VirusScanner } from '../../src/platform/files/virus-scanner.js'
import { FormDraftEntity } from '../../src/platform/web/draft.entity.js'
import { DraftRepository } from '../../src/platform/web/draft.repository.js'
import { startApp, type TestApp } from '../support/app.js'
import { type FakeScanner, startScanner } from '../support/clamd.js'
import { type Client } from '../support/client.js'
import { type NetworkGiven } from '../support/given.js'
import { docxOf, xlsxOf } from '../support/made-files.js'
import { onDisk, rowsOf, samples } from './samples.js'

const NUMBER = '401 023 2137'

const letNumberThrough = /* GraphQL */ `
  mutation ($input: LetNumberThroughInput!) {
    letNumberThrough(input: $input) {
      __typename
      ... on NumberLetThrough {
        endsAt
      }
      ... on Refusal {
        field
      }
    }
  }
`
const recordEvidence = /* GraphQL */ `
  mutation ($input: RecordEvidenceInput!) {
    recordEvidence(input: $input) {
      __typename
      ... on EvidenceRecorded {
        evidence {
          figure {
            warning
          }
          files {
            patientSearch
          }
        }
      }
    }
  }
`

describe('kept out', () => {
  let test: TestApp
  let scanner: FakeScanner
  let network: NetworkGiven
  let manager: Client
  beforeAll(async () => {
    scanner = await startScanner()
    test = await startApp({ env: { CLAMD: scanner.address } })
    // What is logged here is what has to go wrong.
    test.app.useLogger(false)
  })
  afterAll(async () => {
    await test.close()
    await scanner.close()
  })
  beforeEach(async () => {
    network = await test.given.network()
    manager = await test.given.manager(network)
    scanner.instead = undefined
  })

  async function upload(name: string, content: Buffer | string, more: { noPatientIdentifiable?: boolean } = {}, by = manager) {
    const response = await by.upload({ organisationCode: network.code, files: [{ name, content }], ...more })
    const body = (await response.json()) as { errors?: { message: string; extensions: { problems: { field: string }[] } }[] }
    const [error] = body.errors ?? []
    return { status: response.status, message: error?.message ?? '', field: error?.extensions.problems[0]?.field }
  }
  const problemsOf = async (query: string, variables: object, by = manager) =>
    (await by.send(query, variables)).errors.flatMap(({ extensions }) => extensions['problems'])
  const nothingIsKept = async (before: string[]) => {
    expect(onDisk(test)).toEqual(before)
    expect(await rowsOf(test, network.code)).toEqual([])
  }

  describe('a patient’s number that is typed', () => {
    it.each([
      ['recordEvidence(input: { occurrenceIds: [], happenedOn: "2026-11-01", note: "Seen 401-023-2137" }) { __typename }', 'note'],
      [
        'recordEvidence(input: { occurrenceIds: [], figure: { numerator: 5, source: "4010232137", trust: CQRS } }) { __typename }',
        'figure.source',
      ],
      ['ask(input: { itemId: "x", text: "Is 401 023 2137 counted?" }) { __typename }', 'text'],
    ])('is refused before anything is done: %s', async (mutation, field) => {
      const problems = await problemsOf(`mutation { ${mutation} }`, {})
      expect(problems).toEqual([
        { field, message: expect.stringMatching(new RegExp(`NHS number \\(••• ••• ••37\\) stands in ${field}\\.`)) },
      ])
      expect(JSON.stringify(problems)).not.toMatch(/401.?023/)
    })

    it('is told by its line where there are many', async () => {
      const input = { checklistId: 'x', csv: 'code,owner,note\r\nA,b,c\r\nB,c,Seen 401 023 2137\r\n' }
      const mutation = 'mutation ($input: SetOwnersFromCsvInput!) { setOwnersFromCsv(input: $input) { __typename } }'
      expect(await problemsOf(mutation, { input })).toMatchObject([
        { field: 'csv', message: expect.stringMatching(/stands in line 3 of csv\./) },
      ])
    })

    it('is refused in a query too, and from nobody', async () => {
      const query = 'query ($filter: AuditTrailFilter) { auditTrail(filter: $filter) { nodes { id } } }'
      expect(await problemsOf(query, { filter: { subjectId: NUMBER } })).toMatchObject([{ field: 'filter.subjectId' }])
      expect(
        (
          await test.nobody.send(
            'mutation { letNumberThrough(input: { organisationCode: "UX0001", number: "1", reason: "4010232137" }) { __typename } }',
          )
        ).errors,
      ).toHaveLength(1)
    })

    it('is not kept in a draft either', async () => {
      await test.app.get(DraftRepository).keep(manager.personId ?? '', '/form', { note: [`Seen ${NUMBER} today`], code: ['GOV-01'] })
      const draft = await test.given.database.manager.findOneByOrFail(FormDraftEntity, { personId: manager.personId })
      expect(draft.content).toEqual({ note: ['Seen ••• ••• ••37 today'], code: ['GOV-01'] })
    })
  })

  describe('a file', () => {
    it.each([
      ['names a patient in its name', `letter ${NUMBER}.txt`, 'a', 'The name of a file holds'],
      ['names a patient in a text', 'a.txt', `a\nSeen ${NUMBER}`, 'line 2 (••• ••• ••37)'],
      ['names a patient in a workbook', 'a.xlsx', xlsxOf(['a', NUMBER]), 'sheet “Visits”, cell A2 (••• ••• ••37)'],
      ['names a patient in a document', 'a.docx', docxOf(['a', NUMBER]), 'paragraph 2 (••• ••• ••37)'],
      ['has macros', 'a.docx', docxOf(['a'], { 'word/vbaProject.bin': 'x' }), 'macro'],
      ['is infected', 'a.txt', 'EICAR', 'virus scanner found'],
    ])('that %s is refused, and nothing of it kept', async (_, name, content, words) => {
      const before = onDisk(test)
      const answer = await upload(name, content)
      expect(answer).toMatchObject({ status: 400, field: 'files', message: expect.stringContaining(words) })
      expect(answer.message).not.toMatch(/401.?023/)
      await nothingIsKept(before)
    })

    it('that cannot be searched is taken once the sender confirms that nobody can be identified, which is kept with it', async () => {
      const picture = samples['photo.png'] ?? ''
      const before = onDisk(test)
      expect(await upload('photo.png', picture)).toMatchObject({ status: 400, field: 'noPatientIdentifiable' })
      await nothingIsKept(before)
      expect(await upload('photo.png', picture, { noPatientIdentifiable: true })).toMatchObject({ status: 201 })
      expect(await upload('a.txt', 'a', { noPatientIdentifiable: true })).toMatchObject({ status: 201 })
      const { item } = await test.given.item({}, { network })
      const files = await rowsOf(test, network.code)
      const input = { occurrenceIds: [item.occurrences[0]?.id], happenedOn: '2026-11-01', fileIds: files.map(({ id }) => id) }
      const { evidence } = await manager.mutate(recordEvidence, input)
      expect(evidence.files.map((file: { patientSearch: string }) => file.patientSearch).sort()).toEqual(['CONFIRMED', 'SEARCHED'])
    })

    it('may be confirmed before the files or after, as a form has it', async () => {
      const form = new FormData()
      form.append('organisationCode', network.code)
      form.append('files', new Blob([new Uint8Array(samples['photo.png'] ?? Buffer.of())]), 'photo.png')
      form.append('noPatientIdentifiable', 'yes')
      const { status } = await fetch(`${test.url}/files`, { method: 'POST', headers: manager.authorization, body: form })
      expect(status).toBe(201)
    })

    it.each(['hang up', 'too large'] as const)('is refused while the scanner does this: %s', async (instead) => {
      scanner.instead = instead
      const before = onDisk(test)
      const answer = await upload('a.txt', 'a'.repeat(1_000_000))
      expect(answer).toMatchObject({ status: 503, message: expect.stringContaining('does not answer') })
      await nothingIsKept(before)
    })

    it('is refused when nothing listens where the scanner should', async () => {
      const away = new VirusScanner(Config.from({ CLAMD: '127.0.0.1:9' }))
      await expect(away.scan('package.json', 'a.txt')).rejects.toThrow('does not answer')
    })

    it('reaches the scanner whole', async () => {
      const content = Buffer.from('minutes '.repeat(100_000))
      expect(await upload('a.txt', content)).toMatchObject({ status: 201 })
      expect(scanner.received.at(-1)?.equals(content)).toBe(true)
    })
  })

  describe('letNumberThrough', () => {
    const input = (more: object = {}) => ({ organisationCode: network.code, number: NUMBER, reason: 'An order of a supplier', ...more })

    it('lets one person send one number for a day, in a text and in a file', async () => {
      expect(await manager.mutate(letNumberThrough, input())).toMatchObject({ __typename: 'NumberLetThrough' })
      const { item } = await test.given.item({}, { network })
      const evidence = { occurrenceIds: [item.occurrences[0]?.id], happenedOn: '2026-11-01', note: 'Order 4010232137' }
      expect(await manager.mutate(recordEvidence, evidence)).toMatchObject({ __typename: 'EvidenceRecorded' })
      expect(await upload(`order ${NUMBER}.csv`, `Order,4010232137\n`)).toMatchObject({ status: 201 })
      expect(await problemsOf(recordEvidence, { input: { ...evidence, note: 'Other 4000000004' } })).toMatchObject([{ field: 'note' }])
      const director = await test.given.director(network)
      expect(await problemsOf(recordEvidence, { input: evidence }, director)).toMatchObject([{ field: 'note' }])
      test.clock.day = '2026-11-23'
      expect(await problemsOf(recordEvidence, { input: evidence })).toMatchObject([{ field: 'note' }])
      test.clock.day = '2026-11-21'
    })

    it('leaves who said so on the trail, and the number nowhere', async () => {
      await manager.mutate(letNumberThrough, input({ idempotencyKey: 'once' }))
      const { manager: rows } = test.given.database
      const trail = await rows.query<object[]>(
        `SELECT * FROM "audit_entry" WHERE "chain" = '${network.code}' AND "action" = 'number.letThrough'`,
      )
      expect(trail).toMatchObject([{ actorId: manager.personId }])
      const kept = [trail, await rows.query('SELECT * FROM "let_through_number"'), await rows.query('SELECT * FROM "idempotency_key"')]
      expect(JSON.stringify(kept)).not.toMatch(/401.?023.?2137/)
    })

    it('answers a retry as before, and refuses the key for another number', async () => {
      const once = input({ idempotencyKey: 'again' })
      const first = await manager.mutate(letNumberThrough, once)
      expect(await manager.mutate(letNumberThrough, once)).toEqual(first)
      for (const number of ['4000000004', 'Order 17']) {
        expect(await manager.codeOf(letNumberThrough, { input: { ...once, number } })).toBe('CONFLICT')
      }
    })

    it('refuses what is no such number, more than one, and another organisation', async () => {
      for (const number of ['Order 17', `${NUMBER} and 4000000004`]) {
        expect(await manager.mutate(letNumberThrough, input({ number }))).toMatchObject({ __typename: 'NumberNotRefused', field: 'number' })
      }
      expect(await problemsOf(letNumberThrough, { input: input({ reason: `Really ${NUMBER}` }) })).toMatchObject([{ field: 'reason' }])
      const other = await test.given.network()
      expect(await manager.codeOf(letNumberThrough, { input: input({ organisationCode: other.code }) })).toBe('NOT_FOUND')
      expect(await test.nobody.codeOf(letNumberThrough, { input: input() })).toBe('UNAUTHENTICATED')
    })
  })

  it('a figure of fewer than five is warned of when it is entered', async () => {
    const { item } = await test.given.item({}, { network })
    const figure = (numerator: number) => ({ numerator, denominator: 200, source: 'A search', trust: 'SELF_DECLARED' })
    const record = (numerator: number) =>
      manager.mutate(recordEvidence, { occurrenceIds: [item.occurrences[0]?.id], happenedOn: '2026-11-01', figure: figure(numerator) })
    const warning = 'Fewer than five patients'
    expect((await record(3)).evidence.figure.warning).toContain(warning)
    expect(await (await manager.get(`/items/${item.id}`)).text()).toContain(warning)
    expect((await record(5)).evidence.figure.warning).toBeNull()
  })
})
