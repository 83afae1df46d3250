import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { startApp, type TestApp } from '../support/app.js'
import { statementsOf } from '../support/statements.js'
import { linkEvidence, unlinkEvidence } from '../evidence/operations.js'
import { answer, ask, decide } from './operations.js'
import { Situation } from './situation.js'

describe('a decision', () => {
  let test: TestApp
  let given: Situation
  let occurrenceId: string
  beforeAll(async () => {
    test = await startApp()
  })
  beforeEach(async () => {
    given = await Situation.in(test)
    occurrenceId = given.occurrenceId('MAY')
  })
  afterAll(() => test.close())

  /** What the occurrence is, and which of its decisions hold. */
  async function found(): Promise<[string, ...boolean[]]> {
    const { standing, decisions } = await given.seen(occurrenceId)
    return [standing.status, ...decisions.map((decision: { inForce: boolean }) => decision.inForce)]
  }

  async function decidedAs(verdict: 'ACCEPTED' | 'RETURNED'): Promise<void> {
    await given.commissioner.mutate(decide, { occurrenceIds: [occurrenceId], verdict, reason: 'Because' })
  }

  it.each([
    ['superseded', 'ACCEPTED', 'EVIDENCED'],
    ['withdrawn', 'ACCEPTED', 'OVERDUE'],
    ['superseded', 'RETURNED', 'EVIDENCED'],
    ['withdrawn', 'RETURNED', 'OVERDUE'],
  ] as const)('ends when its evidence is %s: what was %s is %s', async (ended, verdict, status) => {
    const { evidenceId } = await given.shown(occurrenceId)
    await decidedAs(verdict)
    expect(await found()).toEqual([verdict, true])
    await given[ended](evidenceId)
    expect(await found()).toEqual([status, false])
  })

  it('stands when evidence is added, and when that is submitted too', async () => {
    await given.shown(occurrenceId)
    await decidedAs('ACCEPTED')
    await given.recorded([occurrenceId], { note: 'More' })
    expect(await found()).toEqual(['ACCEPTED', true])
    await given.submitted(occurrenceId)
    expect(await found()).toEqual(['ACCEPTED', true])
  })

  it('that returned stands when evidence is added, until that is submitted', async () => {
    await given.shown(occurrenceId)
    await decidedAs('RETURNED')
    await given.recorded([occurrenceId], { note: 'More' })
    expect(await found()).toEqual(['RETURNED', true])
    await given.submitted(occurrenceId)
    expect(await found()).toEqual(['EVIDENCED', false])
  })

  it('gives way to the next one and does not come back', async () => {
    const { evidenceId } = await given.shown(occurrenceId)
    await decidedAs('ACCEPTED')
    const added = await given.recorded([occurrenceId], { note: 'More' })
    await given.submitted(occurrenceId)
    await decidedAs('RETURNED')
    expect(await found()).toEqual(['RETURNED', false, true])
    await given.withdrawn(added)
    expect(await found()).toEqual(['EVIDENCED', false, false])
    expect((await given.seen(occurrenceId)).decisions[0].evidence).toEqual([{ id: evidenceId }])
  })

  it.each(['ACCEPTED', 'RETURNED'] as const)('%s does not come back when its evidence is unlinked and linked again', async (verdict) => {
    const { evidenceId } = await given.shown(occurrenceId)
    await decidedAs(verdict)
    const use = { evidenceId, occurrenceIds: [occurrenceId] }
    await given.manager.mutate(unlinkEvidence, use)
    expect(await found()).toEqual(['OVERDUE', false])
    await given.manager.mutate(linkEvidence, use)
    expect(await found()).toEqual(['EVIDENCED', false])
    await given.submitted(occurrenceId)
    await decidedAs('ACCEPTED')
    expect(await found()).toEqual(['ACCEPTED', false, true])
  })

  it('is not made on what was unlinked since it was submitted, though it was linked again', async () => {
    const { evidenceId } = await given.shown(occurrenceId)
    const use = { evidenceId, occurrenceIds: [occurrenceId] }
    await given.manager.mutate(unlinkEvidence, use)
    await given.manager.mutate(linkEvidence, use)
    const accept = { occurrenceIds: [occurrenceId], verdict: 'ACCEPTED' }
    expect(await given.commissioner.mutate(decide, accept)).toMatchObject({ __typename: 'SubmissionChanged' })
    await given.submitted(occurrenceId)
    expect(await given.commissioner.mutate(decide, accept)).toMatchObject({ __typename: 'Decided' })
  })

  it("is not seen by another network's people, even those who may see the occurrence", async () => {
    await given.shown(occurrenceId)
    await decidedAs('ACCEPTED')
    const other = await test.given.manager(await test.given.network())
    await test.given.membership(other, 'national-viewer', given.network.boardCode)
    expect(await given.seen(occurrenceId, other)).toEqual({ standing: { status: 'ACCEPTED' }, submissions: [], decisions: [] })
  })

  it('takes as many statements for many occurrences as for one', async () => {
    const everything = /* GraphQL */ `
      query ($id: ID!, $first: Int!) {
        node(id: $id) {
          ... on Checklist {
            submitsAutomatically
            questions(first: $first) {
              nodes {
                item {
                  id
                }
                answers {
                  answeredBy {
                    id
                  }
                }
              }
            }
            items(first: $first) {
              nodes {
                questions {
                  askedBy {
                    id
                  }
                  answers {
                    text
                  }
                }
                occurrences {
                  submissions {
                    submittedBy {
                      id
                    }
                    evidence {
                      id
                    }
                    network {
                      odsCode
                    }
                    decision {
                      verdict
                    }
                  }
                  decisions {
                    inForce
                    decidedBy {
                      id
                    }
                    evidence {
                      id
                    }
                  }
                }
              }
            }
          }
        }
      }
    `
    const count = (first: number) => statementsOf(test, () => given.manager.query(everything, { id: given.checklist.id, first }))
    for (const ordinal of [1, 2, 3]) await given.shown(given.occurrenceId('MAY', ordinal))
    await decidedAs('ACCEPTED')
    for (const code of ['MAY', 'YES', 'YES'] as const) {
      const { question } = await given.manager.mutate(ask, { itemId: given.itemId(code), text: 'Enough?' })
      await given.manager.mutate(answer, { questionId: question.id, text: 'Yes' })
    }
    const forOne = await count(1)
    await given.recorded([given.occurrenceId('YES')])
    expect(await count(50)).toBe(forOne)
  })

  it('is seen by practice staff and not by national viewers', async () => {
    await given.shown(occurrenceId)
    await given.commissioner.mutate(decide, { occurrenceIds: [occurrenceId], verdict: 'ACCEPTED' })
    const member = await test.given.person('practice-member', given.network.practiceCodes[0] ?? '')
    expect((await given.seen(occurrenceId, member)).decisions).toHaveLength(1)
    const national = await test.given.person('national-viewer', given.network.boardCode)
    const { data, errors } = await national.send('query ($id: ID!) { node(id: $id) { ... on Occurrence { decisions { verdict } } } }', {
      id: occurrenceId,
    })
    expect(data).toEqual({ node: { decisions: null } })
    expect(errors.map((error) => error.extensions['code'])).toEqual(['FORBIDDEN'])
  })
})
