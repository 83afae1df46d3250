import { Injectable } from '@nestjs/common'
import { type SelectQueryBuilder } from 'typeorm'
import { type NetworkScope } from '../access/domain/scope.js'
import { ChecklistEntity, ChecklistItemEntity } from '../checklist/checklist.entity.js'
import { NetworkRepository } from '../network/network.repository.js'
import { Database } from '../platform/database/database.js'
import { AnswerEntity, QuestionEntity } from './decision.entity.js'

/** Which questions of a checklist, and which part of the list. */
export interface QuestionPage {
  readonly unanswered: boolean
  readonly limit: number
  /** The moment and id of the last question before. */
  readonly after: readonly (string | number)[] | null
}

/** A question with where it was asked. */
export type AskedQuestion = QuestionEntity & { readonly checklistId: string; readonly ownerCode: string }

const ANSWERED = 'SELECT 1 FROM "answer" "given" WHERE "given"."questionId" = "question"."id"'

/** Questions about items, and their answers. */
@Injectable()
export class QuestionRepository {
  constructor(
    private readonly database: Database,
    private readonly networks: NetworkRepository,
  ) {}

  /** One question in scope, and whose item it is about. */
  async question(scope: NetworkScope, id: string): Promise<AskedQuestion | null> {
    return (await this.withOwner(this.inScope(scope).andWhere('question.id = :id', { id })))[0] ?? null
  }

  /** Questions about items, oldest first, as far as the scope reaches. */
  ofItems(scope: NetworkScope, itemIds: readonly string[]): Promise<QuestionEntity[]> {
    return this.inScope(scope)
      .andWhere('question.itemId IN (:...itemIds)', { itemIds })
      .orderBy('question.askedAt')
      .addOrderBy('question.id')
      .getMany()
  }

  /** The same page of each checklist's questions, oldest first, as far as the scope reaches. */
  async ofChecklists(scope: NetworkScope, checklistIds: readonly string[], page: QuestionPage): Promise<AskedQuestion[]> {
    const placed = this.inScope(scope)
      .select('question.id', 'id')
      .addSelect('ROW_NUMBER() OVER (PARTITION BY item.checklistId ORDER BY question.askedAt, question.id)', 'place')
      .andWhere('item.checklistId IN (:...checklistIds)', { checklistIds })
    if (page.unanswered) placed.andWhere(`NOT EXISTS (${ANSWERED})`)
    if (page.after) {
      const [at, id] = page.after.map(String)
      placed.andWhere('(question.askedAt > :at OR (question.askedAt = :at AND question.id > :id))', { at, id })
    }
    const query = this.joined()
      .innerJoin(`(${placed.getQuery()})`, 'placed', '"placed"."id" = question.id')
      .where('"placed"."place" <= :limit')
      .setParameters({ ...placed.getParameters(), limit: page.limit })
      .orderBy('question.askedAt')
      .addOrderBy('question.id')
    return this.withOwner(query)
  }

  /** Answers to questions, oldest first. */
  answersTo(questionIds: readonly string[]): Promise<AnswerEntity[]> {
    return this.database.manager
      .createQueryBuilder(AnswerEntity, 'answer')
      .where('answer.questionId IN (:...questionIds)', { questionIds })
      .orderBy('answer.answeredAt')
      .addOrderBy('answer.id')
      .getMany()
  }

  async ask(question: QuestionEntity): Promise<void> {
    await this.database.manager.insert(QuestionEntity, question)
  }

  async answer(answer: AnswerEntity): Promise<void> {
    await this.database.manager.insert(AnswerEntity, answer)
  }

  private joined(): SelectQueryBuilder<QuestionEntity> {
    return this.database.manager
      .createQueryBuilder(QuestionEntity, 'question')
      .innerJoin(ChecklistItemEntity, 'item', 'item.id = question.itemId')
      .innerJoin(ChecklistEntity, 'checklist', 'checklist.id = item.checklistId')
  }

  private inScope(scope: NetworkScope): SelectQueryBuilder<QuestionEntity> {
    return this.networks.narrow(this.joined().where('1 = 1'), 'checklist.ownerCode', scope)
  }

  private async withOwner(query: SelectQueryBuilder<QuestionEntity>): Promise<AskedQuestion[]> {
    const { entities, raw } = await query
      .addSelect('item.checklistId', 'checklistId')
      .addSelect('checklist.ownerCode', 'ownerCode')
      .getRawAndEntities<{ checklistId: string; ownerCode: string }>()
    return entities.map((row, index) => ({ ...row, checklistId: raw[index]?.checklistId ?? '', ownerCode: raw[index]?.ownerCode ?? '' }))
  }
}
