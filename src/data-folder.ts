import path from 'node:path'

/** The project's own data, shipped beside the code. */
export const DATA_FOLDER = path.resolve(import.meta.dirname, '..', 'data')
