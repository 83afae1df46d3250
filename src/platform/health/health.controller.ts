import { Controller, Get, Header, Res } from '@nestjs/common'
import { type Response } from 'express'
import { collectDefaultMetrics, Registry } from 'prom-client'
import { Database } from '../database/database.js'

/** For whoever runs it: is it up, can it answer, how is it doing. */
@Controller()
export class HealthController {
  private readonly metrics = new Registry()

  constructor(private readonly database: Database) {
    collectDefaultMetrics({ register: this.metrics })
  }

  @Get('health/live')
  live(): { status: string } {
    return { status: 'live' }
  }

  @Get('health/ready')
  async ready(@Res({ passthrough: true }) response: Response): Promise<{ status: string }> {
    try {
      await this.database.manager.query('SELECT 1')
      return { status: 'ready' }
    } catch {
      response.status(503)
      return { status: 'the database does not answer' }
    }
  }

  @Get('metrics')
  @Header('content-type', 'text/plain; version=0.0.4')
  measure(): Promise<string> {
    return this.metrics.metrics()
  }
}
