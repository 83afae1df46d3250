import { type Config } from './platform/config.js'

/** What the system says is wrong, and with what. */
type SystemError = Error & { readonly code?: string; readonly syscall?: string; readonly path?: string; readonly hostname?: string }

/**
 * Why a command could not do its work, as its user can act on it: what was tried, what was in the way and which setting changes that. Whatever it
 * does not know is said as it came, without a stack.
 */
export function problemOf(error: unknown, config: Config | undefined): string {
  if (!(error instanceof Error)) return String(error)
  const { code = '', syscall, path, hostname, message } = error as SystemError
  if (config === undefined) return message
  if (syscall === 'listen' || (syscall === 'getaddrinfo' && hostname === config.HOST)) return listening(code, message, config)
  if (syscall === 'connect' || syscall === 'getaddrinfo') return `The database of DATABASE_URL cannot be reached (${message}).`
  if (/^SQLITE_(NOTADB|CANTOPEN|READONLY)/.test(code)) return `${config.sqliteFile} cannot be used as a database (${message}).`
  if (path !== undefined) return `${path} cannot be written (${code}). Set DATA_DIR to a folder that can.`
  return message
}

function listening(code: string, message: string, { HOST, PORT }: Config): string {
  if (code === 'EADDRINUSE') return `Something answers on ${HOST}:${PORT} already. Stop it, or set PORT to another port.`
  if (code === 'EACCES') return `Listening on ${HOST}:${PORT} is not allowed. Set PORT to a port above 1023.`
  return `Listening on ${HOST}:${PORT} did not work (${message}). HOST must be an address of this machine.`
}
