import { spawn } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { root } from './prepare.mjs'

/** Everything that has to hold, with the time each took. Ends with the number of tests that passed and failed. */
const results = fs.mkdtempSync(path.join(os.tmpdir(), 'headroom-check-'))
const bin = (name) => path.join('node_modules', name)
const jest = (project, file, env = {}) => ({
  args: [
    ...['--experimental-vm-modules', '--no-warnings', bin('jest/bin/jest.js'), '--selectProjects', project, '--json'],
    ...[`--outputFile=${path.join(results, file)}`, '--silent=false', '--ci', '--maxWorkers=2', '--workerIdleMemoryLimit=1500MB'],
  ],
  env,
})

const stages = [
  [{ name: 'build', args: [bin('@nestjs/cli/bin/nest.js'), 'build'] }],
  [
    { name: 'types', args: [bin('typescript/bin/tsc'), '--noEmit'] },
    {
      name: 'import rules',
      args: [bin('dependency-cruiser/bin/dependency-cruise.mjs'), 'src', '--config', '.dependency-cruiser.cjs'],
    },
    { name: 'layout', args: [bin('prettier/bin/prettier.cjs'), '--check', '--log-level', 'warn', '.'] },
  ],
  [
    { name: 'lint', args: [bin('eslint/bin/eslint.js'), '.', '--max-warnings=0'] },
    { name: 'unit', ...jest('unit', 'unit.json') },
  ],
  [{ name: 'end to end on SQLite', ...jest('e2e', 'sqlite.json') }],
  [{ name: 'as started: demonstration, README and pages', ...jest('browser', 'browser.json') }],
  [{ name: 'end to end on PostgreSQL', ...jest('e2e', 'postgres.json', { DATABASE: 'postgres' }) }],
]

let failedSteps = 0
for (const stage of stages) await Promise.all(stage.map(step))

const counts = { passed: 0, failed: 0 }
for (const file of fs.readdirSync(results)) {
  const report = JSON.parse(fs.readFileSync(path.join(results, file), 'utf8'))
  counts.passed += report.numPassedTests
  counts.failed += report.numFailedTests + report.numRuntimeErrorTestSuites
  if (report.numPendingTests > 0) throw new Error(`${report.numPendingTests} tests were skipped in ${file}`)
}
fs.rmSync(results, { recursive: true, force: true })
process.stdout.write(`\n${counts.passed} passed, ${counts.failed} failed\n`)
if (failedSteps > 0 || counts.failed > 0 || counts.passed === 0) process.exit(1)

function step({ name, args, env = {} }) {
  const started = Date.now()
  return new Promise((resolve) => {
    const output = []
    // With more room for what is needed for a moment only, collecting it takes a tenth of the time less.
    const child = spawn(process.execPath, ['--max-semi-space-size=64', ...args], {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    child.stdout.on('data', (chunk) => output.push(chunk))
    child.stderr.on('data', (chunk) => output.push(chunk))
    child.on('close', (code) => {
      const seconds = ((Date.now() - started) / 1000).toFixed(1)
      const text = Buffer.concat(output).toString()
      const told = code === 0 ? notable(text) : text
      process.stdout.write(`${code === 0 ? 'ok    ' : 'FAILED'} ${name} (${seconds} s)\n${told}`)
      if (code !== 0) failedSteps += 1
      resolve()
    })
  })
}

/** Of what a passing step printed: the lines tests print as figures to be seen. */
function notable(text) {
  const lines = text.split('\n').filter((line) => /^\s*(Tests:|Test Suites:|Shown:)/.test(line))
  return lines.length > 0 ? `${lines.map((line) => `         ${line.trim()}`).join('\n')}\n` : ''
}
