import { jest } from '@jest/globals'
import sparticuz from '@sparticuz/chromium'
import fs from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { type TestApp } from './app.js'
import { type Client } from './client.js'

// A journey takes a browser through many pages.
jest.setTimeout(120_000)

/** Where a Chromium is usually installed. */
const INSTALLED = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/opt/google/chrome/chrome']

let axeSource: string | undefined

/** What looks for barriers, as a script for a page. Read where it is asked for: most files of tests do not. */
function axe(): string {
  axeSource ??= fs.readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
  return axeSource
}

/** How wide a window is: a small phone, or a desk. */
export const NARROW = { width: 320, height: 640 }
export const WIDE = { width: 1280, height: 900 }

/** A real Chromium: the one named by CHROMIUM_PATH, else an installed one, else the one that comes as a package. Errors: Error when none starts. */
export async function startBrowser(): Promise<Browser> {
  const executablePath = process.env['CHROMIUM_PATH'] ?? INSTALLED.find((file) => fs.existsSync(file)) ?? (await sparticuz.executablePath())
  const args = ['--disable-background-networking', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])]
  return chromium.launch({ executablePath, args })
}

/** What kind of browser somebody has. */
export interface Options {
  readonly javaScript?: boolean
  readonly viewport?: { readonly width: number; readonly height: number }
}

/** Somebody without scripts, somebody on a phone: what people come for has to work for each. */
export const everyKind: readonly (readonly [string, Options])[] = [
  ['at a desk', { javaScript: true, viewport: WIDE }],
  ['without scripts', { javaScript: false, viewport: WIDE }],
  ['on a small phone', { javaScript: true, viewport: NARROW }],
]

/** The status of an item, as the API tells somebody. */
export async function statusOf(by: Client, itemId: string): Promise<string> {
  const { node } = await by.query('query ($id: ID!) { node(id: $id) { ... on ChecklistItem { status } } }', { id: itemId })
  return String(node.status)
}

/** Somebody at a browser. Everything it asked for is remembered. */
export class Visitor {
  readonly requested: string[] = []
  /** What the browser complained about: scripts that failed, and whatever the content policy forbade. */
  readonly complaints: string[] = []
  /** Bytes that came over the wire, headers included. Set it to 0 to weigh what comes next. */
  weight = 0
  /** How often something was chosen, ticked or pressed. */
  clicks = 0

  private constructor(
    readonly page: Page,
    readonly context: BrowserContext,
    readonly url: string,
  ) {}

  static async arrive(
    browser: Browser,
    { url }: Pick<TestApp, 'url'>,
    { javaScript = true, viewport = WIDE }: Options = {},
  ): Promise<Visitor> {
    const context = await browser.newContext({ javaScriptEnabled: javaScript, viewport, locale: 'en-GB', timezoneId: 'Europe/London' })
    const page = await context.newPage()
    page.setDefaultTimeout(10_000)
    const visitor = new Visitor(page, context, url)
    page.on('request', (request) => visitor.requested.push(request.url()))
    page.on('console', (message) => {
      // A form that is shown again answers 422, which a browser logs as if it were an error of the page.
      if (message.type() === 'error' && !/status of 4\d\d/.test(message.text())) visitor.complaints.push(message.text())
    })
    page.on('pageerror', (error) => visitor.complaints.push(error.message))
    const wire = await context.newCDPSession(page)
    await wire.send('Network.enable')
    wire.on('Network.loadingFinished', ({ encodedDataLength }) => (visitor.weight += encodedDataLength))
    return visitor
  }

  /** Somebody given, signed in and at home: by what the page that offers people sends, which need not be shown each time. */
  static async arriveAs(person: Client, browser: Browser, test: Pick<TestApp, 'url'>, options: Options = {}): Promise<Visitor> {
    const visitor = await Visitor.arrive(browser, test, options)
    const form = { personId: person.personId ?? '' }
    const signedIn = await visitor.context.request.post(`${test.url}/sign-in`, { form, headers: { origin: test.url }, maxRedirects: 0 })
    if (signedIn.status() !== 303) throw new Error(`Signing in was answered with ${signedIn.status()}`)
    await visitor.open('/')
    return visitor
  }

  async open(address: string): Promise<void> {
    await this.page.goto(`${this.url}${address}`)
  }

  /** Signs in as an invented person, by the page that offers them. */
  async signInAs(name: string): Promise<void> {
    await this.open('/sign-in')
    await this.page.getByRole('button', { name }).click()
  }

  /** Chooses, ticks or presses something, counting it. */
  async click(role: 'link' | 'button' | 'radio' | 'checkbox', name: string | RegExp): Promise<void> {
    this.clicks += 1
    const target = this.page.getByRole(role, { name }).first()
    if (role === 'radio' || role === 'checkbox') await target.check()
    else await target.click()
    // A form with files sends them first, and goes its way when they are there.
    if (role === 'button') await this.page.locator('form[data-sending]').waitFor({ state: 'detached' })
    // A page that has begun to come is not all there yet.
    await this.page.waitForLoadState('domcontentloaded')
  }

  /** Chooses files, which takes one click. */
  async choose(files: readonly { name: string; content: string }[]): Promise<void> {
    this.clicks += 1
    const chosen = files.map(({ name, content }) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(content) }))
    await this.page.locator('input[type=file]').setInputFiles(chosen)
  }

  /** Types a day into its three boxes. */
  async fillDay(question: string | RegExp, day: string, month: string, year: string): Promise<void> {
    const boxes = this.page.getByRole('group', { name: question })
    for (const [box, typed] of Object.entries({ Day: day, Month: month, Year: year }))
      await boxes.getByLabel(box, { exact: true }).fill(typed)
  }

  /** Goes on with the Tab key to what has this name, as somebody without a mouse does. Errors: Error when it cannot be reached. */
  async tabTo(name: string | RegExp): Promise<void> {
    const target = this.page.getByLabel(name).or(this.page.getByRole('button', { name })).or(this.page.getByRole('link', { name })).first()
    for (let presses = 0; presses < 150; presses += 1) {
      if (await target.evaluate((element) => element === element.ownerDocument.activeElement)) return
      await this.page.keyboard.press('Tab')
    }
    throw new Error(`The Tab key does not reach ${String(name)}`)
  }

  /** What has the focus, as its tag and class. */
  focused(): Promise<string> {
    return this.page.evaluate(
      '`${document.activeElement.tagName.toLowerCase()}.${document.activeElement.className}#${document.activeElement.id}`',
    )
  }

  /** What is said to be wrong, by the error summary; empty when nothing is. */
  async problems(): Promise<string[]> {
    return this.page.locator('.nhsuk-error-summary li').allInnerTexts()
  }

  heading(): Promise<string> {
    return this.page.getByRole('heading', { level: 1 }).innerText()
  }

  text(): Promise<string> {
    return this.page.locator('main').innerText()
  }

  /** What axe finds against WCAG 2.2 AA, as sentences. */
  async violations(): Promise<string[]> {
    for (const frame of this.page.frames()) await frame.evaluate(axe())
    const values = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
    const options = { runOnly: { type: 'tag', values }, resultTypes: ['violations'] }
    // Told in the page: handing over all that axe tells, the parts that are in order too, took twice as long as looking.
    return this.page.evaluate(`axe.run(document, ${JSON.stringify(options)}).then(({ violations }) =>
      violations.flatMap(({ id, help, nodes }) => nodes.map(({ html }) => id + ': ' + help + ': ' + html.slice(0, 200))))`)
  }

  /** Whether the page is wider than its window, so that people have to scroll to both sides. */
  overflow(): Promise<number> {
    return this.page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')
  }

  /** Whatever was asked of anybody but this server. */
  foreignRequests(): string[] {
    return this.requested.filter((url) => !url.startsWith(this.url) && !url.startsWith('data:'))
  }

  /** Keeps a picture of the whole page where SHOTS says, to be looked at. */
  async look(name: string): Promise<void> {
    const folder = process.env['SHOTS']
    if (!folder) return
    fs.mkdirSync(folder, { recursive: true })
    const width = this.page.viewportSize()?.width ?? 0
    await this.page.screenshot({ path: path.join(folder, `${name}-${width}.png`), fullPage: true })
  }

  leave(): Promise<void> {
    return this.context.close()
  }
}
