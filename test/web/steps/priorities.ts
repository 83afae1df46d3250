import { type Visitor } from '../../support/browser.js'
import { type Walk } from './step.js'

const openText = (words: string) => (visitor: Visitor) => visitor.page.getByText(words).first().click()

/** A network manager sets up what the network has chosen to do. */
export const priorities: Walk = [
  'Imogen Harkwell',
  [
    { name: 'priorities-moved', go: (visitor) => visitor.open('/priorities').then(() => visitor.click('button', /^Move down/)) },
    { name: 'priority', go: (visitor) => visitor.page.locator('.hr-ranked a').first().click() },
    {
      name: 'priority-close-wrong',
      go: async (visitor) => {
        await openText('End this priority')(visitor)
        await visitor.click('button', 'End it')
      },
      isWrong: true,
    },
    {
      name: 'priority-milestone-wrong',
      go: async (visitor) => {
        await openText('Mark as done')(visitor)
        await visitor.fillDay('On which day was it done?', '31', '9', '2026')
        await visitor.click('button', /^Mark as done/)
      },
      isWrong: true,
    },
    {
      name: 'priority-new-wrong',
      go: (visitor) => visitor.open('/priorities/new').then(() => visitor.click('button', 'Save the priority')),
      isWrong: true,
    },
  ],
]
