import { fork } from 'node:child_process'
import path from 'node:path'
import { type Seeded } from './england.js'
import { say, table } from './measure.js'
import { type Question } from './questions.js'
import { freePort, post, stop } from './servers.js'

interface Told {
  readonly steps?: readonly (readonly [string, number])[]
  readonly shares?: Readonly<Record<string, number>>
  readonly statements?: number
}

/** Asked before a profile, so that what is profiled is what runs all day. */
const WARM_UP = 40

/** Says whose code each answer's CPU time goes to, and each step's part of starting. */
export async function profile(questions: readonly Question[], seeded: Seeded, firstTurn: number): Promise<void> {
  const port = await freePort()
  const child = fork(path.join(import.meta.dirname, 'profiled-server.js'), [], {
    env: { ...process.env, ...seeded.env, PORT: String(port) },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  const ended = new Promise<never>((_, reject) => child.once('exit', (code) => reject(new Error(`The profiled server ended with ${code}`))))
  ended.catch(() => undefined)
  const next = () => Promise.race([ended, new Promise<Told>((resolve) => child.once('message', (message) => resolve(message as Told)))])
  const { steps = [] } = await next()
  const asked: (Told & { name: string; times: number })[] = []
  for (const question of questions) {
    const times = Math.ceil(question.times / 3)
    const all = async (from: number, count: number) => {
      for (let turn = from; turn < from + count; turn += 1) {
        const { graphql, token } = question.ask(seeded, turn)
        await post(port, graphql.route, graphql.body, token)
      }
    }
    await all(firstTurn, WARM_UP)
    child.send('start')
    await next()
    await all(firstTurn + WARM_UP, times)
    child.send('stop')
    asked.push({ ...(await next()), name: question.name, times })
  }
  await stop(child)
  say('\nWhat is slow, and why: CPU milliseconds of the server for each answer, by whose code ran (sampled every half millisecond)\n')
  const owners = [...new Set(asked.flatMap(({ shares = {} }) => Object.keys(shares)))]
  const of = (told: Told & { times: number }, owner: string) => (told.shares?.[owner] ?? 0) / told.times
  owners.sort((one, other) => of(asked[0]!, other) - of(asked[0]!, one))
  say(table([['', ...asked.map(({ name }) => name)], ...owners.map((owner) => [owner, ...asked.map((one) => of(one, owner).toFixed(2))])]))
  say(table([['SQL statements', ...asked.map(({ statements = 0, times }) => (statements / times).toFixed(1))]]))
  say('What starting takes, in milliseconds\n')
  say(table(steps.map(([step, time]) => [step, time.toFixed(0)])))
}
