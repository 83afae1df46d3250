import { Args, Context, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql'
import { PersonLoader } from '../access/access.loader.js'
import { Person } from '../access/access.types.js'
import { type NetworkScope } from '../access/domain/scope.js'
import { ChecklistItemLoader } from '../checklist/checklist-item.loader.js'
import { type ChecklistEntity, type ChecklistItemEntity } from '../checklist/checklist.entity.js'
import { Checklist, ChecklistItem } from '../checklist/checklist.types.js'
import { Allow, Scope } from '../platform/graphql/allow.js'
import { keyAfter, type Page, PageArgs, pageOf } from '../platform/graphql/page.js'
import { type AnswerEntity, type QuestionEntity } from './decision.entity.js'
import { AnswerInput, AskInput } from './decision.inputs.js'
import { QuestionLoader } from './question.loader.js'
import { QuestionService } from './question.service.js'
import { AnswerResult, AskResult, Question, QuestionAnswer, QuestionConnection } from './question.types.js'

@Resolver(() => Question)
export class QuestionResolver {
  constructor(
    private readonly service: QuestionService,
    private readonly loader: QuestionLoader,
    private readonly items: ChecklistItemLoader,
    private readonly people: PersonLoader,
  ) {}

  @Mutation(() => AskResult, { description: 'Ask something about an item. It is not a return, and moves no status.' })
  @Allow('item.ask')
  ask(@Args('input') input: AskInput, @Scope() scope: NetworkScope): Promise<typeof AskResult> {
    return this.service.ask(scope, input)
  }

  @Mutation(() => AnswerResult, { description: 'Answer a question.' })
  @Allow('item.ask')
  answer(@Args('input') input: AnswerInput, @Scope() scope: NetworkScope): Promise<typeof AnswerResult> {
    return this.service.answer(scope, input)
  }

  @ResolveField(() => [QuestionAnswer], { description: 'Answers, oldest first; none while it waits.' })
  answers(@Parent() question: QuestionEntity, @Context() context: object): Promise<AnswerEntity[]> {
    return this.loader.answersTo(context, question.id)
  }

  @ResolveField(() => Person, { nullable: true, description: 'Who asked; null where the name was erased.' })
  askedBy(@Parent() question: QuestionEntity, @Context() context: object): Promise<Person | null> {
    return this.people.person(context, question.askedBy)
  }

  @ResolveField(() => ChecklistItem, { description: 'What it is about.' })
  item(@Parent() question: QuestionEntity, @Context() context: object): Promise<ChecklistItemEntity | null> {
    return this.items.item(context, question.itemId)
  }
}

@Resolver(() => QuestionAnswer)
export class QuestionAnswerResolver {
  constructor(private readonly people: PersonLoader) {}

  @ResolveField(() => Person, { nullable: true, description: 'Who answered; null where the name was erased.' })
  answeredBy(@Parent() answer: AnswerEntity, @Context() context: object): Promise<Person | null> {
    return this.people.person(context, answer.answeredBy)
  }
}

@Resolver(() => ChecklistItem)
export class ItemQuestionResolver {
  constructor(private readonly loader: QuestionLoader) {}

  @ResolveField(() => [Question], { nullable: true, description: 'Questions about it, oldest first.' })
  @Allow('item.ask')
  questions(@Parent() item: ChecklistItemEntity, @Context() context: object): Promise<QuestionEntity[]> {
    return this.loader.ofItem(context, item.id)
  }
}

@Resolver(() => Checklist)
export class ChecklistQuestionResolver {
  constructor(private readonly loader: QuestionLoader) {}

  @ResolveField(() => QuestionConnection, { nullable: true, description: 'Questions about its items, oldest first.' })
  @Allow('item.ask')
  async questions(
    @Parent() checklist: ChecklistEntity,
    @Context() context: object,
    @Args() { first, after }: PageArgs,
    @Args('unanswered', { type: () => Boolean, defaultValue: false, description: 'Only those that wait for an answer.' })
    unanswered: boolean,
  ): Promise<Page<QuestionEntity>> {
    const list = ['questions', unanswered]
    const rows = await this.loader.page(context, checklist.id, { unanswered, limit: first + 1, after: keyAfter(after, list) ?? null })
    return pageOf(rows, first, list, (row) => [row.askedAt, row.id])
  }
}
