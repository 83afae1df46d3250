import fs from 'node:fs'
import path from 'node:path'
import { type TestApp } from '../support/app.js'
import { StoredFileEntity } from '../../src/platform/files/stored-file.entity.js'

/** Contents that are what their names say. */
export const samples: Readonly<Record<string, Buffer>> = {
  'minutes.pdf': Buffer.from('%PDF-1.4\n1 0 obj << >> endobj\ntrailer << >>\n%%EOF\n'),
  'photo.png': Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    Buffer.from('0000000d49484452000000010000000108060000001f15c489', 'hex'),
    Buffer.from('0000000049444154d5a2c1b3', 'hex'),
  ]),
  'photo.jpeg': Buffer.from('ffd8ffe000104a46494600010100000100010000ffd9', 'hex'),
  'plan.docx': openXml('wordprocessingml.document'),
  'figures.xlsx': openXml('spreadsheetml.sheet'),
  'figures.csv': Buffer.from('practice,seen\nPX0001,5\n'),
  'minutes.txt': Buffer.from('Café — agreed at £5\n'),
  'older.txt': Buffer.from('Caf\u00e9 agreed at \u00a35\n', 'latin1'),
}

/** An Office document as far as its type can be told: a zip archive of one entry, which says what it is. */
function openXml(type: string): Buffer {
  const main = `application/vnd.openxmlformats-officedocument.${type}.main+xml`
  const types = `<?xml version="1.0"?><Types><Override PartName="/main.xml" ContentType="${main}"/></Types>`
  const [bytes, content] = [Buffer.from('[Content_Types].xml'), Buffer.from(types)]
  const common = Buffer.alloc(26)
  common.writeUInt16LE(20, 0)
  common.writeUInt32LE(content.length, 14)
  common.writeUInt32LE(content.length, 18)
  common.writeUInt16LE(bytes.length, 22)
  const local = Buffer.concat([Buffer.from('504b0304', 'hex'), common, bytes, content])
  const central = Buffer.concat([Buffer.from('504b01021400', 'hex'), common, Buffer.alloc(14), bytes])
  const end = Buffer.alloc(22)
  end.write('504b0506', 'hex')
  end.writeUInt16LE(1, 8)
  end.writeUInt16LE(1, 10)
  end.writeUInt32LE(central.length, 12)
  end.writeUInt32LE(local.length, 16)
  return Buffer.concat([local, central, end])
}

/** Every file below the files folder, by its path in it. */
export function onDisk({ config }: TestApp): string[] {
  const root = path.join(config.DATA_DIR, 'files')
  if (!fs.existsSync(root)) return []
  return fs
    .readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)))
    .sort()
}

/** Rows of uploads of an organisation. */
export function rowsOf(test: TestApp, organisationCode: string): Promise<StoredFileEntity[]> {
  return test.given.database.manager.findBy(StoredFileEntity, { organisationCode })
}

/** Waits until something is so, at most five seconds. */
export async function until(so: () => boolean): Promise<void> {
  const last = Date.now() + 5000
  while (!so()) {
    if (Date.now() > last) throw new Error('It never became so')
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
}
