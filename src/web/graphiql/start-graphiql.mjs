/* global document, window, MutationObserver */

// GraphiQL as its authors publish it, on the query and variables the page holds. Nothing of it is kept in the browser: the next person at this
// computer does not find what was asked.
const place = document.getElementById('graphiql')
const read = (id) => document.getElementById(id).textContent.trim()
const [query, variables] = [read('query'), read('variables')]

// Its menus put a style element of their own into the page: with this they say that they may.
window.__webpack_nonce__ = place.dataset.nonce

const ask = async (asked, { headers = {} } = {}) => {
  const answer = await fetch('/graphql', {
    method: 'POST',
    headers: { accept: 'application/json', 'content-type': 'application/json', ...headers },
    body: JSON.stringify(asked),
  })
  return answer.json()
}

const kept = new Map()
const storage = {
  getItem: (name) => kept.get(name) ?? null,
  setItem: (name, value) => void kept.set(name, value),
  removeItem: (name) => void kept.delete(name),
  clear: () => kept.clear(),
  get length() {
    return kept.size
  },
}

// What a screen reader and a keyboard need, and GraphiQL leaves out: names of its editors, and scrolling without a mouse.
const names = { 'graphiql-query-editor': 'Query', 'graphiql-editor-tool': 'Variables', 'graphiql-response': 'Answer' }
new MutationObserver(() => {
  for (const [region, name] of Object.entries(names)) {
    for (const typed of place.querySelectorAll(`.${region} .CodeMirror textarea:not([aria-label])`)) typed.setAttribute('aria-label', name)
    for (const scrolled of place.querySelectorAll(`.${region} .CodeMirror-scroll[tabindex="-1"]`)) scrolled.tabIndex = 0
  }
}).observe(place, { childList: true, subtree: true })

const { React, ReactDOM, GraphiQL } = window
ReactDOM.createRoot(place).render(
  React.createElement(GraphiQL, {
    fetcher: ask,
    storage,
    query,
    variables,
    forcedTheme: 'light',
    isHeadersEditorEnabled: false,
    showPersistHeadersSettings: false,
  }),
)
