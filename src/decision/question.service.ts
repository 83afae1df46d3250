import { Injectable } from '@nestjs/common'
import { randomUUID } from 'node:crypto'
import { type NetworkScope } from '../access/domain/scope.js'
import { ChecklistRepository } from '../checklist/checklist.repository.js'
import { AuditLog } from '../platform/audit-log/audit-log.js'
import { Clock } from '../platform/clock.js'
import { Idempotency } from '../platform/idempotency/idempotency.js'
import { RequestError } from '../platform/request-error.js'
import { type AnswerInput, type AskInput } from './decision.inputs.js'
import { QuestionRepository } from './question.repository.js'
import { type AnswerResult, type AskResult } from './question.types.js'

/** Questions about items, and their answers. They move no status. */
@Injectable()
export class QuestionService {
  constructor(
    private readonly questions: QuestionRepository,
    private readonly checklists: ChecklistRepository,
    private readonly idempotency: Idempotency,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  ask(scope: NetworkScope, input: AskInput): Promise<typeof AskResult> {
    return this.idempotency.once<typeof AskResult>(scope.personId, 'ask', input, async () => {
      const [found] = await this.checklists.itemsInScope(scope, [input.itemId])
      if (!found) throw new RequestError('NOT_FOUND', 'There is no such checklist item.')
      const question = { id: randomUUID(), itemId: found.item.id, text: input.text, askedBy: scope.personId, askedAt: this.clock.now() }
      await this.questions.ask(question)
      await this.audit.record({
        action: 'item.ask',
        actorId: scope.personId,
        organisationCode: found.checklist.ownerCode,
        subjectType: 'Question',
        subjectId: question.id,
        details: { itemId: question.itemId },
      })
      return { kind: 'QuestionAsked', question }
    })
  }

  /** Anybody who sees a question may answer it, the asker too: she may have found out. */
  answer(scope: NetworkScope, input: AnswerInput): Promise<typeof AnswerResult> {
    return this.idempotency.once<typeof AnswerResult>(scope.personId, 'answer', input, async () => {
      const question = await this.questions.question(scope, input.questionId)
      if (!question) throw new RequestError('NOT_FOUND', 'There is no such question.')
      const answer = {
        id: randomUUID(),
        questionId: question.id,
        text: input.text,
        answeredBy: scope.personId,
        answeredAt: this.clock.now(),
      }
      await this.questions.answer(answer)
      await this.audit.record({
        action: 'item.ask',
        actorId: scope.personId,
        organisationCode: question.ownerCode,
        subjectType: 'Answer',
        subjectId: answer.id,
        details: { questionId: question.id, itemId: question.itemId },
      })
      return { kind: 'QuestionAnswered', question }
    })
  }
}
