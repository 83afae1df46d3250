import { Injectable } from '@nestjs/common'
import { Clock } from '../clock.js'
import { Database } from '../database/database.js'
import { addHours } from '../day.js'
import { withoutPatientNumbers } from '../patient-guard/patient-number.js'
import { FormDraftEntity } from './draft.entity.js'

const HOURS_KEPT = 7 * 24

/** Keeps what was typed for seven days: a form sent after the session ran out is not lost. */
@Injectable()
export class DraftRepository {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Keeps it, in place of what the same person typed into the same form before. */
  async keep(personId: string, form: string, content: FormDraftEntity['content']): Promise<void> {
    await this.database.transaction(async () => {
      await this.remove(personId, form)
      await this.database.manager.insert(FormDraftEntity, {
        personId,
        form,
        content: withoutNumbers(content) as never,
        savedAt: this.clock.now(),
      })
    })
  }

  async draft(personId: string, form: string): Promise<FormDraftEntity['content'] | null> {
    const found = await this.database.manager.findOneBy(FormDraftEntity, { personId, form })
    return found && found.savedAt > this.oldest() ? found.content : null
  }

  /** Forgets it, and everything nobody came back for. */
  async discard(personId: string, form: string): Promise<void> {
    await this.database.transaction(() => this.remove(personId, form))
  }

  /** Forgets all that somebody typed. To be called inside a transaction. */
  async discardAll(personId: string): Promise<void> {
    await this.database.manager.delete(FormDraftEntity, { personId })
  }

  private async remove(personId: string, form: string): Promise<void> {
    await this.database.manager
      .createQueryBuilder()
      .delete()
      .from(FormDraftEntity)
      .where('("personId" = :personId AND "form" = :form) OR "savedAt" <= :oldest', { personId, form, oldest: this.oldest() })
      .execute()
  }

  private oldest(): string {
    return addHours(this.clock.now(), -HOURS_KEPT)
  }
}

/** What is refused for naming a patient is not kept in a draft either. */
function withoutNumbers(content: FormDraftEntity['content']): FormDraftEntity['content'] {
  return Object.fromEntries(Object.entries(content).map(([name, values]) => [name, values.map(withoutPatientNumbers)]))
}
