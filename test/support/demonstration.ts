import fs from 'node:fs'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { load } from '../../src/loading.js'
import { startApp, type TestApp } from './app.js'

/** The application with the demonstration in it, as a start makes it of an empty folder: made once in a run, of which each test file gets a copy. */
export async function startDemonstration(): Promise<TestApp> {
  return startApp({ mode: 'demonstration', data: await madeOnce() })
}

/** The folder with the demonstration. Whoever comes first makes it; the others wait. */
async function madeOnce(): Promise<string> {
  const run = process.env['TEST_FOLDER']
  if (!run) throw new Error('The run has no folder')
  const [made, turn] = [path.join(run, 'demonstration'), path.join(run, 'turn')]
  while (!fs.existsSync(made)) {
    if (!took(turn)) await wait(100)
    else if (!fs.existsSync(made)) await make(made).finally(() => fs.rmdirSync(turn))
  }
  return made
}

/** Whether this one may make it: a folder can be made only once. */
function took(turn: string): boolean {
  try {
    fs.mkdirSync(turn)
    return true
  } catch {
    return false
  }
}

async function make(folder: string): Promise<void> {
  const test = await startApp({ mode: 'demonstration' })
  await load(test.app, test.config)
  await test.app.close()
  fs.cpSync(test.config.DATA_DIR, `${folder}-unfinished`, { recursive: true })
  fs.renameSync(`${folder}-unfinished`, folder)
  fs.rmSync(test.config.DATA_DIR, { recursive: true, force: true })
}
