import { describe, expect, it } from '@jest/globals'
import { EventEmitter } from 'node:events'
import { AT_ONCE, MOST_WAITING, Turns } from './turns.js'

/** A connection that can be closed. */
class Connection extends EventEmitter {
  destroyed = false

  close(): void {
    this.destroyed = true
    this.emit('close')
  }
}

const settled = () => new Promise((resolve) => setImmediate(resolve))

/** Requests of somebody, in the order they are sent: which of them it is the turn of, and which were refused. */
function requests(turns: Turns, who: string, count: number) {
  const begun: number[] = []
  const refused: string[] = []
  const connections = Array.from({ length: count }, () => new Connection())
  connections.forEach((connection, index) => {
    turns.take(who, connection).then(
      () => begun.push(index),
      (error: Error) => refused.push(error.message),
    )
  })
  return { begun, refused, connections }
}

describe('turns', () => {
  it('are a few at a time, in the order they were asked for', async () => {
    const { begun, connections } = requests(new Turns(), 'a', AT_ONCE + 2)
    await settled()
    expect(begun).toEqual([0, 1])
    connections[1]?.close()
    await settled()
    expect(begun).toEqual([0, 1, 2])
    connections[0]?.close()
    connections[2]?.close()
    await settled()
    expect(begun).toEqual([0, 1, 2, 3])
  })

  it('are each person’s own', async () => {
    const turns = new Turns()
    requests(turns, 'a', AT_ONCE + MOST_WAITING)
    const other = requests(turns, 'b', 1)
    await settled()
    expect(other.begun).toEqual([0])
  })

  it('are refused when too many wait, and given again when they have been', async () => {
    const turns = new Turns()
    const { connections, begun } = requests(turns, 'a', AT_ONCE + MOST_WAITING)
    const more = requests(turns, 'a', 1)
    await settled()
    expect(more.refused).toEqual(['This is request 53 at the same time; at most 52 are allowed. Wait for answers before you ask more.'])
    for (const connection of connections) {
      connection.close()
      await settled()
    }
    expect(begun).toHaveLength(AT_ONCE + MOST_WAITING)
    expect(requests(turns, 'a', 1).refused).toEqual([])
  })

  it('go on to the next where somebody has gone while waiting', async () => {
    const { begun, refused, connections } = requests(new Turns(), 'a', AT_ONCE + 2)
    connections[2]?.close()
    connections[0]?.close()
    await settled()
    expect(begun).toEqual([0, 1, 3])
    expect(refused).toEqual(['The connection was closed before it was this request’s turn.'])
  })
})
