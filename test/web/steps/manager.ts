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

/** What a manager comes for now and then: each has its own small page. */
export const managerNowAndThen: Walk = [
  'Imogen Harkwell',
  [
    {
      name: 'waits-for-a-partner',
      go: async (visitor) => {
        await visitor.click('link', /24-17/)
        await visitor.page.waitForURL(/items/)
        await visitor.open(`${itemOf(visitor)}/say/blocked`)
      },
    },
    { name: 'waits-for-a-partner-wrong', go: press('Save'), isWrong: true },
    { name: 'not-met', go: (visitor) => visitor.open(itemOf(visitor).replace('blocked', 'not-met')) },
    { name: 'not-met-wrong', go: press('Save'), isWrong: true },
    {
      name: 'correct',
      go: async (visitor) => visitor.open(itemOf(visitor).replace('/say/not-met', '')).then(() => visitor.click('link', /^Correct it/)),
    },
    { name: 'correct-wrong', go: press('Save the correction'), isWrong: true },
    { name: 'owners', go: open('/checklist/owners') },
    { name: 'owners-wrong', go: press('Take it over'), isWrong: true },
    { name: 'glossary', go: open('/glossary') },
    {
      name: 'graphiql',
      go: async (visitor) =>
        visitor.open('/graphiql?example=due-soon').then(() => visitor.page.locator('.graphiql-execute-button').click()),
    },
    { name: 'audit-trail', go: open('/audit-trail') },
    { name: 'audit-trail-narrowed', go: open('/audit-trail?action=evidence.record&firstOn=2026-04-01') },
    { name: 'audit-trail-wrong', go: open('/audit-trail?firstOn%5Bday%5D=31&firstOn%5Bmonth%5D=2&firstOn%5Byear%5D=2026'), isWrong: true },
    { name: 'audit-trail-check', go: open('/audit-trail/check') },
    { name: 'number', go: open('/number') },
    { name: 'number-wrong', go: press('It is not a patient’s'), isWrong: true },
  ],
]
