import { join } from 'node:path'
import { type Commentary } from './domain/commentary.js'
import { checkCommentary, commentaryFiles } from './domain/commentary-check.js'
import { FileReader, type Reading } from './specification.reader.js'

/** Reads what is known around the catalogue, beside the folders of the years: all of it, or every problem in it. */
export function readCommentary(folder: string): Reading<Commentary> {
  const reader = new FileReader()
  const read = <K extends keyof Commentary>(field: K) => {
    const { name, check } = commentaryFiles[field]
    return reader.read(join(folder, name), name, check)
  }
  const files = {
    sources: read('sources'),
    events: read('events'),
    payments: read('payments'),
    readings: read('readings'),
    figureTemplates: read('figureTemplates'),
  }
  checkCommentary(files)
  const { sources, events, payments, readings, figureTemplates } = files
  return reader.reading(() => {
    if (!sources || !events || !payments || !readings || !figureTemplates) throw new Error('A file without problems gave no value')
    return {
      ...{ sources: sources.value, events: events.value, payments: payments.value },
      ...{ readings: readings.value, figureTemplates: figureTemplates.value },
    }
  })
}
