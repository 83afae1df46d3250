import { type Request } from 'express'
import { promisify } from 'node:util'
import zlib from 'node:zlib'

const brotli = promisify(zlib.brotliCompress)
const gzip = promisify(zlib.gzip)

/** How an answer travels. */
export type Encoding = 'br' | 'gzip' | 'identity'

/** The best encoding the browser says it reads. */
export function encodingFor(request: Request): Encoding {
  const found = request.acceptsEncodings(['br', 'gzip', 'identity'])
  return found === 'br' || found === 'gzip' ? found : 'identity'
}

/** Content in an encoding: as small as it gets when it is made once, quickly when it is made for one answer. */
export async function compressed(content: Buffer, encoding: Encoding, made: 'once' | 'each time'): Promise<Buffer> {
  switch (encoding) {
    case 'br': {
      const quality = made === 'once' ? 11 : 5
      return brotli(content, {
        params: { [zlib.constants.BROTLI_PARAM_QUALITY]: quality, [zlib.constants.BROTLI_PARAM_SIZE_HINT]: content.length },
      })
    }
    case 'gzip':
      return gzip(content, { level: made === 'once' ? 9 : 6 })
    case 'identity':
      return content
  }
}
