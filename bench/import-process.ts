import 'reflect-metadata'
import { programOf } from '../src/commands.js'

/** Runs one command as the command line does, and tells what it took. */
process.env['NODE_ENV'] ??= 'production'
const began = performance.now()
await programOf(process.env).parseAsync(['node', 'headroom', ...process.argv.slice(2)])
process.send?.({ seconds: (performance.now() - began) / 1000, peakBytes: process.resourceUsage().maxRSS * 1024 })
