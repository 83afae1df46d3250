import fs from 'node:fs'
import path from 'node:path'
import { build, root } from '../../scripts/prepare.mjs'

/** Builds the application the tests talk to, when a file of it is newer than what was built. */
export default function ensureBuilt() {
  const built = path.join(root, 'dist', 'main.js')
  const since = fs.existsSync(built) ? fs.statSync(built).mtimeMs : 0
  const source = path.join(root, 'src')
  const isNewer = (file) => fs.statSync(path.join(source, file)).mtimeMs > since
  if (fs.readdirSync(source, { recursive: true }).some(isNewer)) build()
}
