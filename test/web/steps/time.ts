import { type Visitor } from '../../support/browser.js'
import { open, press, type Walk } from './step.js'

/** A network manager says how much time there is and what things take. */
export const time: Walk = [
  'Imogen Harkwell',
  [
    {
      name: 'time-group-wrong',
      go: async (visitor) => {
        await visitor.open('/time')
        await visitor.page.getByText('Plan with a staff group of your own').click()
        await visitor.click('button', 'Add the group')
      },
      isWrong: true,
    },
    {
      name: 'capacity-wrong',
      go: (visitor) => visitor.open('/time/capacity/CLINICIAN?fill=suggestion').then(() => wrongMonth(visitor)),
      isWrong: true,
    },
    { name: 'estimates-wrong', go: (visitor) => visitor.open('/time/estimates').then(() => wrongRow(visitor)), isWrong: true },
    { name: 'log-wrong', go: (visitor) => visitor.open('/time/log').then(() => visitor.click('button', 'Note it')), isWrong: true },
    { name: 'file-wrong', go: (visitor) => visitor.open('/time/file').then(() => wrongFile(visitor)), isWrong: true },
  ],
]

/** A clinical director says what a requirement is worth. */
export const rating: Walk = [
  'Dr Priya Venmoor',
  [
    { name: 'estimate', go: (visitor) => visitor.open('/time/estimates').then(() => visitor.page.locator('.hr-boxes a').first().click()) },
    { name: 'estimate-rating-wrong', go: press('Save the rating'), isWrong: true },
  ],
]

/** A network manager whose network has entered nothing yet. */
export const starting: Walk = [
  'Carys Lindmoor',
  [
    { name: 'priorities-none', go: open('/priorities') },
    { name: 'start', go: (visitor) => visitor.open('/time').then(() => visitor.click('button', 'Start')) },
    { name: 'start-wrong', go: press('Show the first figure'), isWrong: true },
  ],
]

async function wrongMonth(visitor: Visitor): Promise<void> {
  await visitor.click('radio', 'Month by month')
  await visitor.page.getByLabel('Hours in June 2026', { exact: true }).fill('a few')
  await visitor.click('button', 'Save the time')
}

async function wrongRow(visitor: Visitor): Promise<void> {
  await visitor.page
    .getByLabel(/most likely hours/)
    .first()
    .fill('2')
  await visitor.page
    .getByLabel(/fewest hours/)
    .first()
    .fill('3')
  await visitor.page
    .getByLabel(/percent you would do anyway/)
    .nth(1)
    .fill('101')
  await visitor.click('button', 'Save this page')
}

async function wrongFile(visitor: Visitor): Promise<void> {
  const lines = ['line,staffGroup,requirement,low,central,high,businessAsUsualPercent,apr,may,jun,jul,aug,sep,oct,nov,dec,jan,feb,mar,note']
  lines.push(`ESTIMATE,NOBODY,24-01,1,2,3${','.repeat(14)}`, `ESTIMATE,CLINICIAN,24-01,9,2,3${','.repeat(14)}`)
  await visitor.choose([{ name: 'time.csv', content: lines.join('\r\n') }])
  await visitor.click('button', 'Take it over')
}
