import { Injectable, type NestMiddleware } from '@nestjs/common'
import { type NextFunction, type Request, type Response } from 'express'
import { Assets } from './assets.js'
import { encodingFor } from './compression.js'

const ONE_YEAR = 31_536_000

/** Serves assets. An address whose digest is not that of an asset is an ordinary "not found". */
@Injectable()
export class AssetsMiddleware implements NestMiddleware {
  constructor(private readonly assets: Assets) {}

  use(request: Request, response: Response, next: NextFunction): void {
    const asset = request.method === 'GET' || request.method === 'HEAD' ? this.assets.at(request.originalUrl) : undefined
    if (!asset) {
      next()
      return
    }
    const encoding = encodingFor(request)
    this.assets
      .content(asset, encoding)
      .then((content) => {
        response.setHeader('content-type', asset.mediaType)
        response.setHeader('cache-control', `public, max-age=${ONE_YEAR}, immutable`)
        response.setHeader('vary', 'accept-encoding')
        if (encoding !== 'identity') response.setHeader('content-encoding', encoding)
        response.end(content)
      })
      .catch(next)
  }
}
