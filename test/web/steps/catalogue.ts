import { open, press, type Walk } from './step.js'

/** The contract by year, as anybody who is signed in reads it. */
export const catalogue: Walk = [
  'Imogen Harkwell',
  [
    { name: 'catalogue', go: open('/catalogue') },
    {
      name: 'catalogue-nothing',
      go: async (visitor) => {
        await visitor.page.getByLabel('Search', { exact: true }).fill('unicorn')
        await press('Show')(visitor)
      },
    },
    { name: 'catalogue-unsourced', go: open('/catalogue/2020-21?certainty=UNSOURCED') },
    { name: 'catalogue-draft', go: open('/catalogue/2020-21?edition=0') },
    { name: 'catalogue-entry', go: open('/catalogue/2022-23/22-05') },
    { name: 'catalogue-year', go: open('/catalogue/2021-22/about') },
    { name: 'catalogue-compare', go: open('/catalogue/compare?from=2024-25&to=2025-26') },
  ],
]
