import { Controller, Get, Param, Req, Res } from '@nestjs/common'
import { type Request, type Response } from 'express'
import { operation } from '../../platform/graphql/operation.js'
import { RequestError } from '../../platform/request-error.js'
import { compressed, encodingFor } from '../../platform/web/compression.js'
import { addressParameters, switchesOf, variablesOf } from '../crowd-out/switches.js'
import { Pages } from '../layout/pages.js'
import { drawPicture, pictureSizes, type PictureSize } from './picture.draw.js'
import { type PictureMonth } from './picture.view.js'

const Picture = operation(import.meta.url, 'picture.page.graphql', 'month.page.graphql')

/** What drawings are made with is in the file itself; it may fetch and run nothing. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; sandbox"

interface Answer {
  readonly network: { readonly crowdOut: { readonly staffGroup: { readonly months: readonly PictureMonth[] | null } } | null } | null
}

/** The picture of a network's months, for its own people: the same switches in the address as its page has. */
@Controller('picture')
export class PicturePage {
  constructor(private readonly pages: Pages) {}

  @Get(':code')
  async show(@Param('code') code: string, @Req() request: Request, @Res() response: Response): Promise<void> {
    const parameters = addressParameters(request.originalUrl)
    const { network } = await this.pages.ask<Answer>(request, Picture, { code, ...variablesOf(switchesOf(parameters)) })
    const months = network?.crowdOut?.staffGroup.months
    if (!months) throw new RequestError('NOT_FOUND', 'There is no picture: the time is not known, or not yours to see.')
    const svg = await drawPicture(months, { size: sizeOf(parameters), tallestHours: tallestOf(parameters) })
    const encoding = encodingFor(request)
    response.setHeader('content-type', 'image/svg+xml; charset=utf-8')
    response.setHeader('content-security-policy', POLICY)
    response.setHeader('cache-control', 'private, no-store')
    response.setHeader('vary', 'accept-encoding, cookie')
    if (encoding !== 'identity') response.setHeader('content-encoding', encoding)
    response.end(await compressed(Buffer.from(svg), encoding, 'each time'))
  }
}

function sizeOf(parameters: URLSearchParams): PictureSize {
  const size = parameters.get('size') ?? ''
  return Object.hasOwn(pictureSizes, size) ? (size as PictureSize) : 'wide'
}

function tallestOf(parameters: URLSearchParams): number | undefined {
  const hours = Number(parameters.get('tallest') ?? '')
  return Number.isSafeInteger(hours) && hours > 0 && hours <= 10_000 ? hours : undefined
}
