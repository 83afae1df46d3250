import { Injectable } from '@nestjs/common'
import { type ContractYear, contractYearOf, type Day, dayAt, type Instant, yearsBefore } from './day.js'

/** What time it is. The only source of "now", so that tests and the demonstration can set it. */
@Injectable()
export class Clock {
  now(): Instant {
    return new Date().toISOString()
  }

  today(): Day {
    return dayAt(this.now())
  }

  /** What people have to know about this clock; null when it is the real one. */
  get note(): string | null {
    return null
  }
}

/** A clock for the demonstration once the catalogue has been left behind: today's day and month in the catalogue's last year. */
export class DemonstrationClock extends Clock {
  constructor(private readonly lastYear: ContractYear) {
    super()
  }

  override now(): Instant {
    const real = super.now()
    const years = Number(contractYearOf(dayAt(real)).slice(0, 4)) - Number(this.lastYear.slice(0, 4))
    return years > 0 ? yearsBefore(real, years) : real
  }

  override get note(): string | null {
    return contractYearOf(dayAt(super.now())) <= this.lastYear
      ? null
      : `The demonstration pretends that it is ${this.today()}, in ${this.lastYear}, the last year its catalogue has.`
  }
}
