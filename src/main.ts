import 'reflect-metadata'
import { createApp } from './app.js'
import { Config } from './platform/config.js'

const config = Config.from(process.env)
const app = await createApp(config)
await app.listen(config.PORT, config.HOST)
process.stdout.write(`Headroom is at ${await app.getUrl()}\n`)
