import { Injectable } from '@nestjs/common'
import { randomBytes, randomUUID, scrypt } from 'node:crypto'
import { promisify } from 'node:util'
import { Clock } from '../clock.js'
import { Database } from '../database/database.js'
import { addHours } from '../day.js'
import { LetThroughNumberEntity } from './let-through.entity.js'

/** How long a number is let through. */
const HOURS = 24

const slowly = promisify<string, string, number, Buffer>(scrypt)

/** Numbers that somebody says are not a patient's: only what tells them again is kept. */
@Injectable()
export class LetThroughRepository {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Those of the numbers that a person may send. */
  async among(personId: string, numbers: ReadonlySet<string>): Promise<Set<string>> {
    const known = await this.database.manager
      .createQueryBuilder(LetThroughNumberEntity, 'number')
      .where('number.personId = :personId AND number.endsAt > :now', { personId, now: this.clock.now() })
      .getMany()
    const found = new Set<string>()
    for (const digits of numbers) {
      for (const { salt, digest } of known) if ((await digestOf(digits, salt)) === digest) found.add(digits)
    }
    return found
  }

  /** Whether it was this number that was let through. */
  async isOf(id: string, digits: string): Promise<boolean> {
    const row = await this.database.manager.findOneBy(LetThroughNumberEntity, { id })
    return row !== null && row.digest === (await digestOf(digits, row.salt))
  }

  async add(by: Pick<LetThroughNumberEntity, 'personId' | 'organisationCode' | 'reason'>, digits: string): Promise<LetThroughNumberEntity> {
    const salt = randomBytes(16).toString('hex')
    const row = { ...by, id: randomUUID(), salt, digest: await digestOf(digits, salt), endsAt: addHours(this.clock.now(), HOURS) }
    await this.database.manager.insert(LetThroughNumberEntity, row)
    return row
  }
}

/** Slow on purpose: there are so few numbers that all of them could be tried. */
async function digestOf(digits: string, salt: string): Promise<string> {
  return (await slowly(digits, salt, 32)).toString('hex')
}
