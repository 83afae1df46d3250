import { open, type Walk } from './step.js'

export const others: Walk = [
  'Ingrid Falconbridge',
  [
    { name: 'home-national', go: open('/') },
    { name: 'home-national-board', go: open('/?area=BOARD.QX01') },
    { name: 'permissions', go: open('/who-can-see-what?role=COMMISSIONER') },
    { name: 'account', go: open('/account') },
    { name: 'account-token', go: open('/account/tokens/new') },
    { name: 'account-token-wrong', go: (visitor) => visitor.click('button', 'Make the token'), isWrong: true },
    {
      name: 'account-token-made',
      go: async (visitor) => {
        await visitor.page.getByLabel('What is it for?').fill('Monthly figures')
        await visitor.click('button', 'Make the token')
      },
    },
  ],
]

export const operator: Walk = [
  'Otto Penhallow-Reed',
  [
    { name: 'home-operator', go: open('/') },
    {
      name: 'home-operator-wrong',
      go: async (visitor) => {
        await visitor.page.getByText('Say which networks an LMC covers').click()
        await visitor.click('button', 'Save')
      },
      isWrong: true,
    },
    { name: 'audit-trail-operator', go: open('/audit-trail') },
    { name: 'audit-trail-operator-wrong', go: open('/audit-trail?of=Quillhaven%20PCN'), isWrong: true },
    { name: 'audit-trail-check-operator', go: open('/audit-trail/check') },
  ],
]
