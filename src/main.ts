import 'reflect-metadata'

// Unless it knows that it is in production, graphql looks twice at every value it answers with. It has to know before it is loaded.
process.env['NODE_ENV'] ??= 'production'
const { programOf } = await import('./commands.js')

try {
  await programOf(process.env).parseAsync(process.argv)
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
}
