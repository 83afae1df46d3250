import { build, install, root } from './prepare.mjs'
import path from 'node:path'

install()
build()
process.chdir(root)
process.argv = [process.execPath, path.join(root, 'dist', 'main.js'), ...process.argv.slice(2)]
await import('../dist/main.js')
