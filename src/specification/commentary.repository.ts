import { Injectable } from '@nestjs/common'
import { fileURLToPath } from 'node:url'
import { type ContractYear } from '../platform/day.js'
import { readCommentary } from './commentary.reader.js'
import { type Source } from './domain/catalogue.js'
import { type Commentary, type ContractEvent, type FigureTemplate, type Payment, type Reading } from './domain/commentary.js'

/** Beside the code, in the sources and in the build. */
const FOLDER = fileURLToPath(new URL('../../data/specifications', import.meta.url))

/** What is known around the catalogue: events, payments, readings and figure templates. The files are read once, when first needed. */
@Injectable()
export class CommentaryRepository {
  private read: Commentary | undefined

  /** Events of a contract year, or of every year, in order. */
  events(contractYear?: ContractYear): ContractEvent[] {
    return this.commentary().events.filter((event) => contractYear === undefined || event.contractYear === contractYear)
  }

  /** What happened to a requirement, in any year, by its permanent key. */
  eventsOf(key: string): ContractEvent[] {
    return this.events().filter(({ requirements }) => requirements.includes(key))
  }

  /** What happened to an indicator of a year. */
  eventsOfIndicator(contractYear: ContractYear, code: string): ContractEvent[] {
    return this.events(contractYear).filter(({ indicators }) => indicators.includes(code))
  }

  /** Payments of a year, with the figures and disagreements of that year only. */
  payments(contractYear: ContractYear): Payment[] {
    return this.commentary().payments.flatMap((payment) => {
      const figures = payment.figures.filter((one) => one.contractYear === contractYear)
      const disagreements = payment.disagreements.filter((one) => one.contractYear === contractYear)
      return figures.length === 0 ? [] : [{ ...payment, figures, disagreements }]
    })
  }

  readingsOf(key: string): Reading[] {
    return this.commentary().readings.filter(({ requirements }) => requirements.includes(key))
  }

  figureTemplatesOf(key: string): FigureTemplate[] {
    return this.commentary().figureTemplates.filter(({ requirements }) => requirements.includes(key))
  }

  /** Publications by key, in the order of the keys. */
  sources(keys: readonly string[]): Source[] {
    return keys.flatMap((key) => this.commentary().sources.filter((source) => source.key === key))
  }

  private commentary(): Commentary {
    this.read ??= load()
    return this.read
  }
}

function load(): Commentary {
  const { value, problems } = readCommentary(FOLDER)
  if (value === null)
    throw new Error(`What is known around the catalogue cannot be read: ${problems.map(({ message }) => message).join('; ')}`)
  return value
}
