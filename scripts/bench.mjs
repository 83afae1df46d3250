import { transformFileSync } from '@swc/core'
import fs from 'node:fs'
import path from 'node:path'
import { build, install, root } from './prepare.mjs'

/*
 * Measures the built server: `npm run bench`, or only some of it, `npm run bench -- england pages import crowd-out oracle`.
 * BENCH_DATABASE=postgres measures on PostgreSQL, BENCH_NETWORKS=81 on a smaller England.
 */
install()
build()
process.chdir(root)
const folder = path.join(root, 'dist', 'bench')
fs.mkdirSync(folder, { recursive: true })
for (const name of fs.readdirSync('bench').filter((one) => one.endsWith('.ts'))) {
  const { code } = transformFileSync(path.join('bench', name), { configFile: path.join(root, '.swcrc'), sourceMaps: 'inline' })
  // Compiled, the bench lies inside the folder that `src` became.
  fs.writeFileSync(path.join(folder, name.replace(/\.ts$/, '.js')), code.replaceAll(/((?:from\s|import\()\s*['"])\.\.\/src\//g, '$1../'))
}
const { bench } = await import(path.join(folder, 'bench.js'))
process.exit(await bench(process.argv.slice(2)))
