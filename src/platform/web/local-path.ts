/** A path on this server to go on to, or `/`: whatever leads elsewhere, is a sign-in page or is no path is not followed. */
export function localPath(next: unknown): string {
  if (typeof next !== 'string' || next.length > 2000 || !/^\/(?![/\\])[\x21-\x7e]*$/.test(next)) return '/'
  const here = 'http://here.invalid'
  const url = URL.canParse(next, here) ? new URL(next, here) : null
  if (!url || url.origin !== here || /^\/sign-(in|out)(\/|$)/.test(url.pathname)) return '/'
  const path = url.pathname + url.search + url.hash
  // What steps back, as `/..//elsewhere.example` does, may begin with two slashes now: browsers read the name of another site after them.
  return path.startsWith('//') ? '/' : path
}
