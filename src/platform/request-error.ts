import { GraphQLError } from 'graphql'

/** The closed list of what can be wrong with a request (what the domain refuses is a `Refusal` in the answer instead). */
export type RequestErrorCode = 'UNAUTHENTICATED' | 'FORBIDDEN' | 'NOT_FOUND' | 'BAD_USER_INPUT' | 'CONFLICT' | 'TOO_MANY_REQUESTS'

/** One thing wrong with what was sent: where, and what would be right. */
export interface InputProblem {
  readonly field: string
  readonly message: string
}

/** An error about the request, safe to show to its caller. Anything else thrown is masked. */
export class RequestError extends GraphQLError {
  constructor(code: RequestErrorCode, message: string, problems?: readonly InputProblem[]) {
    super(message, { extensions: { code, ...(problems && { problems }) } })
  }

  /** What was sent cannot be used; names every problem at once. */
  static badInput(problems: readonly InputProblem[]): RequestError {
    return new RequestError('BAD_USER_INPUT', problems.map((problem) => problem.message).join(' '), problems)
  }
}
