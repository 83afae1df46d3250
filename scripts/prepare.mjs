import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'

/** The project's folder, whatever folder a command was started from. */
export const root = path.resolve(import.meta.dirname, '..')

/** Runs a command in the project's folder and ends with it when it fails. */
export function run(command, args, options = {}) {
  const { status, error } = spawnSync(command, args, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32', ...options })
  if (error) throw error
  if (status !== 0) process.exit(status ?? 1)
}

/** Installs what is missing: on a fresh clone everything, later whatever the lock file has changed. */
export function install() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (!((major === 20 && minor >= 19) || (major === 22 && minor >= 13) || major >= 24)) {
    process.stderr.write(`Headroom needs Node 20.19 or later, 22.13 or later, or 24; this is ${process.versions.node}.\n`)
    process.exit(1)
  }
  const installed = path.join(root, 'node_modules', '.package-lock.json')
  const wanted = path.join(root, 'package-lock.json')
  if (fs.existsSync(installed) && fs.statSync(installed).mtimeMs >= fs.statSync(wanted).mtimeMs) return
  process.stderr.write('Installing packages. One of them may have to be compiled, which takes a minute or two.\n')
  run('npm', ['ci', '--no-audit', '--no-fund'], { stdio: ['ignore', process.stderr, 'inherit'] })
  const now = new Date()
  fs.utimesSync(installed, now, now)
}

/** Compiles `src` to `dist`. */
export function build() {
  run(process.execPath, [path.join('node_modules', '@nestjs', 'cli', 'bin', 'nest.js'), 'build'], {
    stdio: ['ignore', 'ignore', 'inherit'],
  })
}
