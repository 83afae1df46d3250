import { open, type Walk } from './step.js'

export const nobody: Walk = [
  'nobody',
  [
    { name: 'sign-in', go: open('/sign-in') },
    { name: 'not-found', go: open('/nothing') },
  ],
]
