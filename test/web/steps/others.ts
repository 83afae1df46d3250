import { open, type Walk } from './step.js'

export const others: Walk = [
  'Ingrid Falconbridge',
  [
    { name: 'home-national', go: open('/') },
    { name: 'home-national-board', go: open('/?area=BOARD.QX01') },
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
  ],
]
