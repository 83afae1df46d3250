/** The longest file name kept, in characters. */
const LONGEST_NAME = 200

/** Control characters, and the marks that only change the direction or joining of text: they can make `exe.pdf` out of `fdp.exe`. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu

/**
 * A file name as it is kept: without folders, control characters and direction marks, composed (NFC), at most 200 characters, its extension kept.
 * Empty when nothing of it is left.
 */
export function normaliseName(sent: string): string {
  const composed = sent.toWellFormed().normalize('NFC').replace(UNSEEN, '')
  const name = composed.slice(Math.max(composed.lastIndexOf('/'), composed.lastIndexOf('\\')) + 1).trim()
  const characters = Array.from(name)
  if (characters.length <= LONGEST_NAME) return name
  const dot = name.lastIndexOf('.')
  const ending = dot > 0 ? Array.from(name.slice(dot)) : []
  const start = characters.slice(0, Math.max(0, LONGEST_NAME - ending.length))
  return [...start, ...ending].slice(0, LONGEST_NAME).join('').trim()
}

/** What follows the last full stop of a name, in lower case; empty where there is none. */
export function extensionOf(name: string): string {
  const dot = name.lastIndexOf('.')
  return dot > 0 ? name.slice(dot + 1).toLowerCase() : ''
}

/**
 * The `Content-Disposition` of a download, after RFC 6266: the name in ASCII for old clients, and all of it as RFC 5987 writes it.
 */
export function asAttachment(name: string): string {
  const ascii = name.replace(/[^\x20-\x7e]|["\\%]/gu, '_')
  const whole = encodeURIComponent(name.toWellFormed()).replace(/['()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`)
  return `attachment; filename="${ascii}"; filename*=UTF-8''${whole}`
}
