import os from 'node:os'
import { hostile, randomOf } from './hostile-operations.js'

/*
 * Sends hostile requests and tells its parent how often each status was the answer; 0 is a connection that was closed. In a process of its own, and
 * behind everybody else on this machine: an attacker has a machine of theirs.
 */
const [port = '', token = '', count = 0, seed = 0, atOnce = 0] = process.argv
  .slice(2)
  .map((word, index) => (index < 2 ? word : Number(word)))
os.setPriority(os.constants.priority.PRIORITY_LOW)
const random = randomOf(Number(seed))
const statuses: Record<number, number> = {}
let sent = 0

async function sendOn(): Promise<void> {
  while (sent < Number(count)) {
    const { path, contentType, body } = hostile(random, sent++)
    const headers = { 'content-type': contentType, authorization: `Bearer ${token}` }
    const status = await fetch(`http://127.0.0.1:${port}${path}`, { method: 'POST', headers, body }).then(
      async (response) => response.arrayBuffer().then(() => response.status),
      () => 0,
    )
    statuses[status] = (statuses[status] ?? 0) + 1
  }
}

await Promise.all(Array.from({ length: Number(atOnce) }, sendOn))
process.send?.(statuses, () => process.exit())
