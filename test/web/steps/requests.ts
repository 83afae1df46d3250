import { open, press, type Walk } from './step.js'

/** The requests desk, the statement and its annex, as the network's manager. */
export const requests: Walk = [
  'Imogen Harkwell',
  [
    { name: 'requests', go: open('/requests') },
    { name: 'request-record', go: open('/requests/new') },
    { name: 'request-record-wrong', go: press('Record request'), isWrong: true },
    {
      name: 'request-wordings-wrong',
      go: (visitor) => visitor.open('/requests/wordings').then(() => press('Keep it')(visitor)),
      isWrong: true,
    },
    { name: 'request', go: (visitor) => visitor.open('/requests').then(() => visitor.click('link', /same-day access/)) },
    { name: 'request-answer-wrong', go: press('Save answer'), isWrong: true },
    { name: 'request-attending', go: (visitor) => visitor.open('/requests').then(() => visitor.click('link', /winter call/)) },
    { name: 'request-nobodys', go: open('/requests/nothing'), isNobodys: true },
    { name: 'statement', go: open('/crowd-out/statement') },
    {
      name: 'statement-publish-wrong',
      go: async (visitor) => {
        for (const box of await visitor.page.locator('input[name=readers]').all()) await box.uncheck()
        await visitor.click('button', 'Publish as it is today')
      },
      isWrong: true,
    },
    { name: 'statement-annex', go: open('/crowd-out/statement/annex') },
  ],
]

/** What an LMC sifts and reads. */
export const committee: Walk = [
  'Dr Winifred Lusk',
  [
    { name: 'home-lmc', go: open('/') },
    { name: 'request-record-lmc', go: open('/requests/new') },
    { name: 'request-lmc', go: (visitor) => visitor.open('/requests').then(() => visitor.click('link', /care home rounds/)) },
    { name: 'request-reading-wrong', go: press('Attach reading'), isWrong: true },
    { name: 'request-advice-wrong', go: press('Recommend'), isWrong: true },
    { name: 'statements-lmc', go: open('/statements') },
    { name: 'statement-published', go: (visitor) => visitor.page.locator('.hr-item__link').first().click() },
    { name: 'statement-nobodys', go: open('/statements/nothing'), isNobodys: true },
  ],
]
