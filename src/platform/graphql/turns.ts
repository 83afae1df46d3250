import { Injectable } from '@nestjs/common'
import { RequestError } from '../request-error.js'

/** Requests of one person worked on at the same time. */
export const AT_ONCE = 2

/** Requests of one person that may wait for their turn: each keeps what it brought in memory. */
export const MOST_WAITING = 50

/** The connection a request came by, which ends with its answer or because whoever asked has gone. */
interface Connection {
  readonly destroyed: boolean
  once(event: 'close', listener: () => void): unknown
}

/** One person's requests. */
interface Line {
  working: number
  readonly waiting: (() => void)[]
}

/** Has one person's requests wait for one another, so that many of them do not keep everybody else waiting. */
@Injectable()
export class Turns {
  private readonly lines = new Map<string, Line>()

  /** Waits until it is a request's turn, which ends with its connection. Errors: TOO_MANY_REQUESTS when too many wait; BAD_USER_INPUT when whoever asked has gone. */
  async take(who: string, connection: Connection): Promise<void> {
    const line = this.lines.get(who) ?? { working: 0, waiting: [] }
    this.lines.set(who, line)
    if (line.working < AT_ONCE) line.working += 1
    else if (line.waiting.length < MOST_WAITING) await new Promise<void>((resolve) => line.waiting.push(resolve))
    else throw tooMany(line.working + line.waiting.length + 1)
    if (connection.destroyed) {
      this.passOn(who, line)
      throw new RequestError('BAD_USER_INPUT', 'The connection was closed before it was this request’s turn.')
    }
    connection.once('close', () => this.passOn(who, line))
  }

  private passOn(who: string, line: Line): void {
    const next = line.waiting.shift()
    if (next) return next()
    line.working -= 1
    if (line.working === 0) this.lines.delete(who)
  }
}

function tooMany(count: number): RequestError {
  const most = AT_ONCE + MOST_WAITING
  const message = `This is request ${count} at the same time; at most ${most} are allowed. Wait for answers before you ask more.`
  return new RequestError('TOO_MANY_REQUESTS', message, [{ field: 'requestsAtOnce', message }])
}
