import 'reflect-metadata'

// Unless it knows that it is in production, graphql looks twice at every value it answers with. It has to know before it is loaded.
process.env['NODE_ENV'] ??= 'production'
const { programOf } = await import('./commands.js')
const { Config } = await import('./platform/config.js')
const { problemOf } = await import('./start-problem.js')

try {
  await programOf(process.env).parseAsync(process.argv)
} catch (error) {
  process.stderr.write(`${problemOf(error, configOf(process.env))}\n`)
  process.exitCode = 1
}

/** The settings, as far as they can be read: their problems are told by the command itself. */
function configOf(env: NodeJS.ProcessEnv) {
  try {
    return Config.from(env)
  } catch {
    return undefined
  }
}
