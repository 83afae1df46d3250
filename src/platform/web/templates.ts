import { Injectable } from '@nestjs/common'
import { type Request, type Response } from 'express'
import nunjucks from 'nunjucks'
import path from 'node:path'
import { Assets, DESIGN_SYSTEM, WEB_FOLDER } from './assets.js'
import { compressed, encodingFor } from './compression.js'

/** Makes pages of templates. Everything put into one is escaped unless the template says it is safe. */
@Injectable()
export class Templates {
  private readonly environment: nunjucks.Environment

  constructor(assets: Assets) {
    const folders = [WEB_FOLDER, path.join(DESIGN_SYSTEM, 'dist')]
    const loader = new nunjucks.FileSystemLoader(folders, { watch: false, noCache: false })
    this.environment = new nunjucks.Environment(loader, { autoescape: true, trimBlocks: true, lstripBlocks: true })
    this.environment.addGlobal('asset', (name: string) => assets.url(name))
  }

  render(template: string, model: object): string {
    return this.environment.render(template, model)
  }

  /** Answers with a page. It is for this person now: nothing between us and the browser may keep it. */
  async send(request: Request, response: Response, template: string, model: object): Promise<void> {
    const encoding = encodingFor(request)
    const content = await compressed(Buffer.from(this.render(template, model)), encoding, 'each time')
    response.setHeader('content-type', 'text/html; charset=utf-8')
    response.setHeader('cache-control', 'private, no-store')
    response.setHeader('vary', 'accept-encoding, cookie')
    if (encoding !== 'identity') response.setHeader('content-encoding', encoding)
    response.end(content)
  }
}
