import { open, type Walk } from './step.js'

export const nobody: Walk = [
  'nobody',
  [
    { name: 'sign-in', go: open('/sign-in') },
    { name: 'sign-in-problem', go: open('/sign-in/problem?why=unknown') },
    { name: 'invitation-closed', go: open('/invitation') },
    { name: 'not-found', go: open('/nothing') },
  ],
]
