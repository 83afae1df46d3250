import { describe, expect, it } from '@jest/globals'
import { type EntryFacts, subjectsOf } from './entry-subjects.js'

const nothing = { itemIds: [], occurrenceIds: [], evidenceIds: [] }
const entry = (action: string, subjectType: string, details: EntryFacts['details'] = {}) => ({
  action,
  subjectType,
  subjectId: 's',
  details,
})

describe('subjectsOf', () => {
  it.each([
    ['an item that is its subject', entry('item.pursue', 'ChecklistItem'), { ...nothing, itemIds: ['s'] }],
    ['an item of a rating', entry('workload.rate', 'Workload'), { ...nothing, itemIds: ['s'] }],
    ['an item in its details', entry('item.ask', 'Question', { itemId: 'i' }), { ...nothing, itemIds: ['i'] }],
    [
      'an item and its occurrence',
      entry('item.mark', 'Mark', { itemId: 'i', occurrenceId: 'o' }),
      { ...nothing, itemIds: ['i'], occurrenceIds: ['o'] },
    ],
    ['an item without its occurrence', entry('item.mark', 'Mark', { itemId: 'i', occurrenceId: null }), { ...nothing, itemIds: ['i'] }],
    ['what evidence serves', entry('evidence.record', 'Evidence', { occurrences: ['o', 'p'] }), { ...nothing, occurrenceIds: ['o', 'p'] }],
    [
      'evidence that does not say what it serves',
      entry('evidence.withdraw', 'Evidence', { digest: 'd' }),
      { ...nothing, evidenceIds: ['s'] },
    ],
    ['nothing of a priority', entry('priority.rank', 'Priority', { priorityIds: ['p'] }), nothing],
  ])('finds %s', (_, given, found) => {
    expect(subjectsOf(given)).toEqual(found)
  })
})
