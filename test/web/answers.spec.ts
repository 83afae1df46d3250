import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { startApp, type TestApp } from '../support/app.js'

describe('what a browser is answered', () => {
  let test: TestApp
  beforeAll(async () => {
    test = await startApp({ mode: 'demonstration' })
  })
  afterAll(() => test.close())

  const get = (path: string, headers: Record<string, string> = { accept: 'text/html' }) => fetch(`${test.url}${path}`, { headers })

  it('may run, style and show nothing but our own files, and is framed by nobody', async () => {
    const { headers } = await get('/sign-in')
    const policy = headers.get('content-security-policy') ?? ''
    expect(policy.split('; ')).toEqual(
      expect.arrayContaining([
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "frame-ancestors 'none'",
        "form-action 'self'",
      ]),
    )
    expect(policy).not.toContain('unsafe')
    expect([headers.get('x-content-type-options'), headers.get('x-frame-options'), headers.get('referrer-policy')]).toEqual([
      'nosniff',
      'DENY',
      'same-origin',
    ])
    expect(headers.get('x-powered-by')).toBeNull()
    expect(headers.get('cache-control')).toBe('private, no-store')
  })

  it('holds no inline script or style', async () => {
    const page = await (await get('/sign-in')).text()
    expect(page).not.toMatch(/<style|style="|<script(?![^>]*src=)|\son[a-z]+="/)
  })

  it('refers to files by their content, to be kept for ever', async () => {
    const page = await (await get('/sign-in')).text()
    const assets = [...page.matchAll(/(?:href|src)="(\/assets\/[^"]+)"/g)].map(([, url]) => url ?? '')
    expect(assets.length).toBeGreaterThan(3)
    for (const url of assets) {
      const { status, headers } = await get(url)
      expect([url, status, headers.get('cache-control')]).toEqual([url, 200, 'public, max-age=31536000, immutable'])
      expect(headers.get('content-encoding')).toMatch(/br|gzip/)
    }
    expect((await get('/assets/style.0000000000000000.css')).status).toBe(404)
  })

  it('names no other host in its style and script', async () => {
    const page = await (await get('/sign-in')).text()
    for (const [, url = ''] of page.matchAll(/(?:href|src)="(\/assets\/[^"]+\.(?:css|js))"/g)) {
      const text = await (await get(url)).text()
      const hosts = [...text.matchAll(/(?:url\(|from\s*|import\s*\(?)["']?(https?:[^"')\s]+)/g)].map(([, host]) => host)
      expect([url, hosts]).toEqual([url, []])
      expect(text).not.toMatch(/@font-face|Frutiger/)
    }
  })

  it.each(['br', 'gzip', 'identity'])('travels as %s where the browser asks for it', async (encoding) => {
    const { headers } = await get('/sign-in', { accept: 'text/html', 'accept-encoding': encoding })
    expect(headers.get('content-encoding')).toBe(encoding === 'identity' ? null : encoding)
  })

  it('is a plain page where there is nothing, and JSON for a program', async () => {
    const page = await get('/nothing')
    expect([page.status, page.headers.get('content-type')]).toEqual([404, 'text/html; charset=utf-8'])
    expect(await page.text()).toContain('Page not found')
    expect((await get('/nothing', { accept: 'application/json' })).headers.get('content-type')).toContain('application/json')
  })

  it('does not say what went wrong inside, only how to report it', async () => {
    const { app } = test
    const { Templates } = await import('../../src/platform/web/templates.js')
    const templates = app.get(Templates)
    const render = templates.render.bind(templates)
    templates.render = (template, model) => {
      if (template.startsWith('sign-in')) throw new Error('secret inside')
      return render(template, model)
    }
    try {
      const response = await get('/sign-in')
      const text = await response.text()
      expect(response.status).toBe(500)
      expect(text).toContain('Sorry, there is a problem')
      expect(text).toMatch(/<code>[0-9a-f-]{36}<\/code>/)
      expect(text).not.toContain('secret inside')
    } finally {
      templates.render = render
    }
  })

  it('shows what people typed as text, never as markup', async () => {
    const response = await get('/sign-in?next=%22%3E%3Cscript%3Ealert(1)%3C/script%3E')
    expect(await response.text()).not.toContain('<script>alert')
  })
})
