import { Module } from '@nestjs/common'
import { ChecklistModule } from '../checklist/checklist.module.js'
import { EvidenceModule } from '../evidence/evidence.module.js'
import { DecisionFacts } from './decision-facts.service.js'
import { DecisionLoader } from './decision.loader.js'
import { DecisionRepository } from './decision.repository.js'
import { ChecklistSubmissionResolver, DecisionResolver, OccurrenceDecisionResolver } from './decision.resolver.js'
import { DecisionService } from './decision.service.js'
import { QuestionLoader } from './question.loader.js'
import { QuestionRepository } from './question.repository.js'
import { ChecklistQuestionResolver, ItemQuestionResolver, QuestionAnswerResolver, QuestionResolver } from './question.resolver.js'
import { QuestionService } from './question.service.js'
import { ReviewQueueRepository } from './review-queue.repository.js'
import { SubmissionFieldsResolver } from './submission-fields.resolver.js'
import { SubmissionSettingRepository } from './submission-setting.repository.js'
import { SubmissionSettingService } from './submission-setting.service.js'
import { SubmissionResolver } from './submission.resolver.js'
import { SubmissionService } from './submission.service.js'

const submissions = [
  SubmissionService,
  SubmissionSettingService,
  SubmissionSettingRepository,
  ReviewQueueRepository,
  SubmissionResolver,
  SubmissionFieldsResolver,
]
const decisions = [
  DecisionFacts,
  DecisionRepository,
  DecisionLoader,
  DecisionService,
  DecisionResolver,
  OccurrenceDecisionResolver,
  ChecklistSubmissionResolver,
]
const questions = [
  QuestionRepository,
  QuestionLoader,
  QuestionService,
  QuestionResolver,
  QuestionAnswerResolver,
  ItemQuestionResolver,
  ChecklistQuestionResolver,
]

@Module({
  imports: [ChecklistModule, EvidenceModule],
  providers: [...submissions, ...decisions, ...questions],
  exports: [SubmissionService, DecisionService, DecisionRepository, ReviewQueueRepository],
})
export class DecisionModule {}
