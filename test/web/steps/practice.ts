import { open, press, type Walk } from './step.js'

export const practice: Walk = [
  'Rashid Coldharbour',
  [
    { name: 'home-practice', go: open('/') },
    { name: 'confirm', go: (visitor) => visitor.page.locator('.hr-item__link').first().click() },
    { name: 'confirm-wrong', go: press('Confirm'), isWrong: true },
  ],
]
