import { open, press, type Walk } from './step.js'

export const commissioner: Walk = [
  'Verity Addlestrop',
  [
    { name: 'home-commissioner', go: open('/') },
    { name: 'requirement', go: open('/requirements/24-17') },
    { name: 'item-as-commissioner', go: (visitor) => visitor.click('link', /Quillhaven/) },
    { name: 'requirements', go: open('/requirements') },
    { name: 'requirements-wrong', go: press('Set our day for those ticked'), isWrong: true },
    { name: 'network', go: open('/networks/UX0001?area=cancer') },
    { name: 'review', go: open('/review') },
    { name: 'review-wrong', go: press('Return'), isWrong: true },
    { name: 'several', go: open('/review/several') },
    { name: 'several-wrong', go: press('Return those ticked'), isWrong: true },
    { name: 'duties', go: open('/checklist') },
    { name: 'audit-trail-board', go: open('/audit-trail') },
  ],
]
