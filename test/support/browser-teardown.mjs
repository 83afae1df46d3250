import fs from 'node:fs'

/** Removes the folder of the run. */
export default function stop() {
  fs.rmSync(process.env.TEST_FOLDER, { recursive: true, force: true })
}
