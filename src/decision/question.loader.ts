import { Injectable } from '@nestjs/common'
import { type NetworkScope } from '../access/domain/scope.js'
import { type RequestContext } from '../platform/graphql/allow.js'
import { childrenLoader } from '../platform/graphql/children-loader.js'
import { groupedBy } from '../platform/grouped-by.js'
import { type AskedQuestion, type QuestionPage, QuestionRepository } from './question.repository.js'

/** Questions and answers of the request's other rows. */
@Injectable()
export class QuestionLoader {
  constructor(private readonly questions: QuestionRepository) {}

  /** Questions about an item, oldest first. */
  readonly ofItem = childrenLoader(
    (itemIds, context) => this.questions.ofItems(scopeIn(context), itemIds),
    (row) => row.itemId,
  )

  /** Answers to a question, oldest first. */
  readonly answersTo = childrenLoader(
    (questionIds) => this.questions.answersTo(questionIds),
    (row) => row.questionId,
  )

  /** A page of a checklist's questions. */
  async page(context: object, checklistId: string, page: QuestionPage): Promise<AskedQuestion[]> {
    return (await this.pages(context, JSON.stringify([page, checklistId]))).map(({ row }) => row)
  }

  /** One query for each different page asked for, however many checklists. */
  private readonly pages = childrenLoader(
    async (keys, context) => {
      const asked = keys.map((key) => JSON.parse(key) as [QuestionPage, string])
      const found = [...groupedBy(asked, ([page]) => JSON.stringify(page)).values()].map(async (group) => {
        const page = group[0]?.[0]
        if (!page) return []
        const checklistIds = group.map(([, checklistId]) => checklistId)
        const rows = await this.questions.ofChecklists(scopeIn(context), checklistIds, page)
        return rows.map((row) => ({ key: JSON.stringify([page, row.checklistId]), row }))
      })
      return (await Promise.all(found)).flat()
    },
    ({ key }) => key,
  )
}

function scopeIn(context: object): NetworkScope {
  return (context as RequestContext).caller.scopeOf('item.ask') as NetworkScope
}
