/** What a journey through redirects came to. */
export interface Arrival {
  readonly status: number
  readonly url: URL
  readonly text: string
}

/** Somebody's browser without its window: it follows redirects and keeps each site's cookies. */
export class CookieJar {
  private readonly sites = new Map<string, Map<string, string>>()

  /** The cookies of a site, as they are sent. */
  cookies(url: string): Map<string, string> {
    const { host } = new URL(url)
    const found = this.sites.get(host) ?? new Map<string, string>()
    this.sites.set(host, found)
    return found
  }

  /** The same cookies in another browser: what a thief has who copied them. */
  copy(): CookieJar {
    const copy = new CookieJar()
    for (const [host, cookies] of this.sites) copy.sites.set(host, new Map(cookies))
    return copy
  }

  /** Opens an address, or sends a form to it, and follows redirects until a page comes or `stopAt` says so. */
  async open(address: string, { form, stopAt }: { form?: Record<string, string>; stopAt?: (url: URL) => boolean } = {}): Promise<Arrival> {
    let url = new URL(address)
    let body = form && new URLSearchParams(form)
    for (let hops = 0; hops < 20; hops += 1) {
      const response = await this.ask(url, body)
      const location = response.headers.get('location')
      if (location === null) return { status: response.status, url, text: await response.text() }
      url = new URL(location, url)
      body = undefined
      if (stopAt?.(url)) return { status: response.status, url, text: '' }
    }
    throw new Error(`No end of redirects at ${url.href}`)
  }

  private async ask(url: URL, body: URLSearchParams | undefined): Promise<Response> {
    const cookies = this.cookies(url.href)
    const headers: Record<string, string> = { accept: 'text/html', origin: url.origin }
    if (cookies.size > 0) headers['cookie'] = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const response = await fetch(url, { method: body ? 'POST' : 'GET', body, headers, redirect: 'manual' })
    for (const cookie of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? []
      if (value === '') cookies.delete(name)
      else cookies.set(name, value)
    }
    return response
  }
}
