import { Injectable } from '@nestjs/common'
import { type Day, dayAt, type Instant } from './day.js'

/** What time it is. The only source of "now", so that tests and the demonstration can set it. */
@Injectable()
export class Clock {
  now(): Instant {
    return new Date().toISOString()
  }

  today(): Day {
    return dayAt(this.now())
  }
}
