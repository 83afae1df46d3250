import path from 'node:path'

const source = path.resolve(import.meta.dirname, '..', '..', 'src')
const built = path.resolve(import.meta.dirname, '..', '..', 'dist')

/** Turns a file of `src`, or a package the application shares with its tests, into one that hands on what Node has loaded of it. */
export default {
  async processAsync(_, file) {
    const [, packageName] = /node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(file) ?? []
    const target = packageName ?? path.join(built, path.relative(source, file)).replace(/\.ts$/, '.js')
    const names = Object.keys(await import(target)).filter((name) => name !== 'default' && name !== 'module.exports')
    const exported = names.length > 0 ? `export const { ${names.join(', ')} } = loaded` : 'export {}'
    return { code: `const loaded = await globalThis.loadNative(${JSON.stringify(target)})\n${exported}\n` }
  },
}
