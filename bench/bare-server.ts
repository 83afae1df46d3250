import http from 'node:http'
import { bareAnswers } from './bare-answers.js'

/** The yardstick: `node:http`, prepared statements, JSON. */
const answers = bareAnswers(process.env)

const server = http.createServer((request, response) => {
  const parts: Buffer[] = []
  request.on('data', (part: Buffer) => parts.push(part))
  request.on('end', () => {
    const path = (request.url ?? '').slice(1)
    if (path === 'health/ready') return void response.end('{"status":"ready"}')
    const answer = answers[path]
    if (!answer) return void response.writeHead(404).end()
    answer(JSON.parse(Buffer.concat(parts).toString())).then(
      (data) => response.setHeader('content-type', 'application/json').end(JSON.stringify({ data })),
      (error: unknown) => response.writeHead(500).end(String(error)),
    )
  })
})
server.keepAliveTimeout = 60_000
server.listen(Number(process.env['PORT']), '127.0.0.1')
