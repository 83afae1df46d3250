import { install } from './prepare.mjs'

install()
await import('./check.mjs')
