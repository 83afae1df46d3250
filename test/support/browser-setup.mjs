import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import ensureBuilt from './built.mjs'

/** Builds what is tested, and makes the folder in which the test files of a run share what takes long to make. */
export default function start() {
  ensureBuilt()
  process.env.TEST_FOLDER = fs.mkdtempSync(path.join(os.tmpdir(), 'headroom-run-'))
}
