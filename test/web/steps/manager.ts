import { itemOf, open, press, type Walk } from './step.js'

export const manager: Walk = [
  'Imogen Harkwell',
  [
    { name: 'home-manager', go: open('/') },
    { name: 'home-manager-mine', go: open('/?whose=mine') },
    { name: 'checklist', go: open('/checklist') },
    { name: 'checklist-filtered', go: open('/checklist?search=care&status=OVERDUE&status=RETURNED') },
    { name: 'checklist-empty', go: open('/checklist?search=nothing+has+these+words') },
    { name: 'forbidden', go: open('/review'), isNobodys: true },
    { name: 'item', go: async (visitor) => visitor.open('/').then(() => visitor.click('link', /24-17/)) },
    { name: 'item-wrong', go: press('Record evidence'), isWrong: true },
    { name: 'item-question-wrong', go: press('Ask'), isWrong: true },
    { name: 'declare', go: (visitor) => visitor.open(`${itemOf(visitor).replace('/question', '')}/declare`) },
    { name: 'declare-wrong', go: press('Declare'), isWrong: true },
    { name: 'reuse', go: (visitor) => visitor.open(itemOf(visitor).replace('/declare', '/reuse')) },
    { name: 'reuse-wrong', go: press('Use it'), isWrong: true },
    { name: 'item-returned', go: async (visitor) => visitor.open('/').then(() => visitor.click('link', /24-18/)) },
    {
      name: 'item-withdraw-wrong',
      go: (visitor) =>
        visitor.page
          .getByText('Withdraw it')
          .first()
          .click()
          .then(() => visitor.click('button', 'Withdraw')),
      isWrong: true,
    },
  ],
]
