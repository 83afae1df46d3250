/** Minutes to the nearest whole hour, halves up; the first half hour is "less than 1 hour", never none. What is not known is never 0. */
export function wholeHours(minutes: number | null): string {
  if (minutes === null) return 'not known'
  const hours = Math.floor((minutes + 30) / 60)
  if (hours === 0) return minutes > 0 ? 'less than 1 hour' : 'no time'
  return `${hours.toLocaleString('en-GB')} ${hours === 1 ? 'hour' : 'hours'}`
}

/** Pence as whole pounds; null where no amount is known. */
export function inPounds(pence: number | null): string | null {
  return pence === null ? null : `£${(pence / 100).toLocaleString('en-GB', { maximumFractionDigits: 0 })}`
}
