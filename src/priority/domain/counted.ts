/** How many of something in words: "1 session", "1.5 sessions", "1,000 patients". `many` is `one` with an "s" unless it is given. */
export function counted(number: number, one: string, many = `${one}s`): string {
  return `${number.toLocaleString('en-GB')} ${number === 1 ? one : many}`
}
