import { open, press, type Walk } from './step.js'

export const director: Walk = [
  'Dr Priya Venmoor',
  [
    { name: 'home-director', go: open('/') },
    { name: 'home-director-since', go: open('/?since=2026-11-20') },
    { name: 'what-is-left', go: open('/crowd-out') },
    { name: 'what-is-left-of-others', go: open('/crowd-out?group=CLINICIAN') },
    { name: 'what-if', go: open('/crowd-out?relax=24-30&relax=24-31&relax=24-17&addHours=4&addFirst=9&addLast=11') },
    {
      name: 'what-if-live',
      go: (visitor) =>
        visitor.page
          .getByRole('checkbox', { name: /24-30/ })
          .uncheck()
          .then(() => visitor.page.waitForURL(/relax=24-31&relax=24-17/)),
    },
    { name: 'what-if-wrong', go: open('/crowd-out?addHours=lots'), isWrong: true },
    { name: 'what-if-unknown', go: open('/crowd-out?relax=99-99'), isWrong: true },
    { name: 'figures', go: open('/crowd-out/figures?item=24-30') },
    { name: 'log', go: open('/crowd-out/log') },
    { name: 'log-wrong', go: press('Note it'), isWrong: true },
    { name: 'statement', go: open('/crowd-out/statement') },
  ],
]

/** Somebody whose network has entered nothing yet. */
export const newDirector: Walk = [
  'Dr Greta Sorrelwood',
  [
    { name: 'home-director-new', go: open('/') },
    { name: 'what-is-left-new', go: open('/crowd-out') },
    { name: 'log-new', go: open('/crowd-out/log') },
  ],
]
