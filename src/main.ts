import 'reflect-metadata'
import { programOf } from './commands.js'

try {
  await programOf(process.env).parseAsync(process.argv)
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
}
