import { type Visitor } from '../../support/browser.js'
import { open, press, type Walk } from './step.js'

const invite = async (visitor: Visitor): Promise<void> => {
  await visitor.page.getByLabel('Their name').fill('Ada Newcombe')
  await visitor.page.getByLabel('Their email address').fill('ada.newcombe@headroom.example')
  await visitor.click('radio', /^Clinical director/)
  await visitor.click('button', 'Make the link')
}

/** Who is in a network, as its manager sees to it. */
export const people: Walk = [
  'Imogen Harkwell',
  [
    { name: 'people', go: open('/people') },
    { name: 'invite', go: (visitor) => visitor.click('button', 'Invite somebody') },
    { name: 'invite-wrong', go: press('Make the link'), isWrong: true },
    { name: 'invite-made', go: invite },
    { name: 'people-invited', go: open('/people?ended=yes') },
    { name: 'member', go: (visitor) => visitor.click('link', /^Change or end.*Practice staff/) },
    {
      name: 'member-wrong',
      go: (visitor) => visitor.fillDay('First day', '31', '2', '2026').then(() => visitor.click('button', 'Save')),
      isWrong: true,
    },
    { name: 'member-end', go: (visitor) => visitor.click('button', 'End it at once') },
    {
      name: 'member-reset',
      go: async (visitor) => visitor.click('link', 'Leave it as it is').then(() => visitor.click('button', 'Make a link')),
    },
    { name: 'hand-over', go: open('/hand-over') },
    { name: 'hand-over-wrong', go: press('Hand all of them over'), isWrong: true },
  ],
]

/** The same, as whoever runs it does for any organisation. */
export const everybody: Walk = [
  'Otto Penhallow-Reed',
  [
    { name: 'people-operator', go: open('/people') },
    {
      name: 'people-operator-found',
      go: (visitor) =>
        visitor.page
          .getByLabel('Find an organisation')
          .fill('quill')
          .then(() => visitor.click('button', 'Find')),
    },
    { name: 'member-last', go: (visitor) => visitor.open('/people').then(() => visitor.click('link', /^Change or end.*Operator/)) },
    { name: 'member-last-end', go: (visitor) => visitor.click('button', 'End it at once') },
    { name: 'member-last-end-wrong', go: press('End it at once'), isWrong: true },
    { name: 'erase', go: (visitor) => visitor.open(visitor.page.url().replace(visitor.url, '').replace('/end', '/erase')) },
  ],
]

export const nextCommissioner: Walk = ['Verity Addlestrop', [{ name: 'hand-over-board', go: open('/hand-over') }]]

export const several: Walk = [
  'Dr Priya Venmoor',
  [
    { name: 'acting', go: open('/acting') },
    {
      name: 'acting-wrong',
      go: async (visitor) => {
        // Somebody whose role ended while the page was open chooses it all the same.
        await visitor.page
          .locator('input[name="as"]')
          .last()
          .evaluate((box) => box.setAttribute('value', 'OPERATOR@ENGLAND'))
        await visitor.click('radio', /^Practice staff/)
        await visitor.click('button', 'Act as this')
      },
      isWrong: true,
    },
    {
      name: 'acting-narrowed',
      go: async (visitor) => {
        await visitor.click('radio', /^Clinical director/)
        await visitor.click('button', 'Act as this')
      },
    },
    { name: 'hand-over-director', go: open('/hand-over') },
  ],
]
