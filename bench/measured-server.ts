/* The server, which tells its parent when asked how many bytes of objects are in use, everything thrown away collected first. */
process.on('message', () => {
  globalThis.gc?.()
  process.send?.(process.memoryUsage().heapUsed)
})
await import('../src/main.js')
