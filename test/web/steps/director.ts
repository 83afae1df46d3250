import { open, type Walk } from './step.js'

export const director: Walk = [
  'Dr Priya Venmoor',
  [
    { name: 'home-director', go: open('/') },
    { name: 'what-is-left', go: open('/crowd-out') },
    { name: 'what-if', go: open('/crowd-out?relax=24-30') },
    { name: 'what-if-unknown', go: open('/crowd-out?relax=99-99'), isNobodys: true },
    { name: 'statement', go: open('/crowd-out/statement') },
  ],
]
