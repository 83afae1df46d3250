/** Words for what a requirement states, as its page and the catalogue say them. */
export const responsibles: Readonly<Record<string, string>> = {
  NETWORK: 'the network',
  PRACTICE: 'each practice',
  CLINICAL_DIRECTOR: 'the clinical director',
  COMMISSIONER: 'the commissioner',
  PARTNER: 'a partner',
}
export const natures: Readonly<Record<string, string>> = {
  DECLARE: 'Say so',
  REPORT: 'Hand in figures or a document',
  GOVERN: 'Arrange and lead',
  DELIVER: 'Care and service',
}
export const falls: Readonly<Record<string, string>> = {
  ONCE: 'Once',
  ANNUAL: 'Every year',
  QUARTERLY: 'Every quarter',
  MONTHLY: 'Every month',
  WEEKLY: 'Every week',
  CONTINUOUS: 'All the time',
  ON_EVENT: 'When something happens',
}
export const shown: Readonly<Record<string, string>> = {
  YEAR: 'once a year',
  QUARTER: 'once a quarter',
  MONTH: 'once a month',
  EVENT: 'after each event',
}
