import { Injectable } from '@nestjs/common'
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { type Encoding, compressed } from './compression.js'

/** Where templates, style and script of pages are. */
export const WEB_FOLDER = path.resolve(import.meta.dirname, '..', '..', 'web')

/** The NHS design system, as installed. */
export const DESIGN_SYSTEM = path.dirname(createRequire(import.meta.url).resolve('nhsuk-frontend/package.json'))

const STYLE = 'text/css; charset=utf-8'
const SCRIPT = 'text/javascript; charset=utf-8'
const DIST = path.join(DESIGN_SYSTEM, 'dist', 'nhsuk')

/** GraphiQL and what it runs on, as installed: no fonts of theirs, no maps. */
const LARGE: readonly (readonly [name: string, file: () => readonly [mediaType: string, text: string]])[] = [
  ['react.js', script('react', 'umd/react.production.min.js')],
  ['react-dom.js', script('react-dom', 'umd/react-dom.production.min.js')],
  ['graphiql.js', script('graphiql', 'graphiql.min.js')],
  ['graphiql.css', () => [STYLE, installed('graphiql', 'graphiql.min.css').replace(/@font-face\s*\{[^}]*\}/g, '')]],
  ['start-graphiql.js', () => [SCRIPT, fs.readFileSync(path.join(WEB_FOLDER, 'graphiql', 'start-graphiql.mjs'), 'utf8')]],
]

function script(name: string, file: string): () => readonly [string, string] {
  return () => [SCRIPT, installed(name, file).replace(/\/\/# sourceMappingURL=.*/, '')]
}

function installed(name: string, file: string): string {
  const folder = path.dirname(createRequire(import.meta.url).resolve(`${name}/package.json`))
  return fs.readFileSync(path.join(folder, file), 'utf8')
}

/** Something a page refers to. Its address holds its digest: it can be kept for ever. */
export interface Asset {
  readonly url: string
  readonly mediaType: string
  readonly content: Buffer
}

/** Style, script and icons, served from here: nothing is fetched from anywhere else. */
@Injectable()
export class Assets {
  private readonly byName = new Map<string, Asset>()
  private readonly byUrl = new Map<string, Asset>()
  private readonly encoded = new Map<string, Promise<Buffer>>()
  /** What is large and seldom asked for: read when it is. */
  private readonly unread = new Map(LARGE)

  constructor() {
    for (const icon of ['arrow-down', 'arrow-up', 'arrow-up-down', 'cross']) {
      const name = `nhsuk-icon-${icon}.svg`
      this.add(name, 'image/svg+xml', fs.readFileSync(path.join(DIST, 'assets', 'images', name), 'utf8'))
    }
    this.add('favicon.svg', 'image/svg+xml', this.own('layout/favicon.svg'))
    this.add('style.css', STYLE, `${this.designSystemStyle()}\n${this.ownStyle()}`)
    const library = fs.readFileSync(path.join(DIST, 'nhsuk-frontend.min.js'), 'utf8').replace(/\/\/# sourceMappingURL=.*/, '')
    this.add('nhsuk-frontend.js', SCRIPT, library)
    const own = this.own('layout/headroom.mjs').replace("'nhsuk-frontend'", `'${this.url('nhsuk-frontend.js')}'`)
    this.add('headroom.js', SCRIPT, own)
    this.add('upload.js', SCRIPT, this.own('item/upload.mjs'))
  }

  /** The address of an asset. Errors: Error when there is none of this name (a slip in a template). */
  url(name: string): string {
    this.read(name)
    const asset = this.byName.get(name)
    if (!asset) throw new Error(`There is no asset ${name}`)
    return asset.url
  }

  at(url: string): Asset | undefined {
    // A page made by another instance, or before this one started, may refer to what was not read here yet.
    this.read(url.replace(/^\/assets\/(.+)\.[0-9a-f]{16}(\.[a-z]+)$/, '$1$2'))
    return this.byUrl.get(url)
  }

  /** Its content in an encoding, made once. */
  content(asset: Asset, encoding: Encoding): Promise<Buffer> {
    const key = `${encoding} ${asset.url}`
    const known = this.encoded.get(key) ?? compressed(asset.content, encoding, 'once')
    this.encoded.set(key, known)
    return known
  }

  private read(name: string): void {
    const file = this.unread.get(name)
    if (!file) return
    this.unread.delete(name)
    this.add(name, ...file())
  }

  private add(name: string, mediaType: string, text: string): void {
    const digest = createHash('sha256').update(text).digest('hex').slice(0, 16)
    const extension = path.extname(name)
    const asset = { url: `/assets/${path.basename(name, extension)}.${digest}${extension}`, mediaType, content: Buffer.from(text) }
    this.byName.set(name, asset)
    this.byUrl.set(asset.url, asset)
  }

  private own(file: string): string {
    return fs.readFileSync(path.join(WEB_FOLDER, file), 'utf8')
  }

  /** Each page folder's own style, after that of the frame. */
  private ownStyle(): string {
    const files = fs.readdirSync(WEB_FOLDER, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.css'))
    const order = (file: string): string => (file.startsWith('layout') ? `0 ${file}` : `1 ${file}`)
    return files
      .sort((a, b) => order(a).localeCompare(order(b)))
      .map((file) => this.own(file))
      .join('\n')
  }

  /** The design system's style without its font, which only NHS services may use and which would be fetched from another host. */
  private designSystemStyle(): string {
    return fs
      .readFileSync(path.join(DIST, 'nhsuk-frontend.min.css'), 'utf8')
      .replace(/@font-face\{[^}]*\}/g, '')
      .replace(/Frutiger W01,\s*/g, '')
      .replace(/\/\*# sourceMappingURL=.*?\*\//, '')
      .replace(/url\(\/assets\/images\/([a-z-]+\.svg)\)/g, (_, name: string) => `url(${this.url(name)})`)
  }
}
