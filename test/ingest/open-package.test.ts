/** Files and streams as packages: opened when they are read, and not before. */
import { mkdtempDisposable, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { openPackage, packageOfStream } from '../../src/ingest/open-package.ts'
import type { Package, Unpacked } from '../../src/reading/unpack/package.ts'
import { unpack } from '../../src/reading/unpack/unpack.ts'

async function parts(input: Package): Promise<Unpacked[]> {
  const found: Unpacked[] = []
  for await (const part of unpack(input)) found.push(part)
  return found
}

test('a file is opened when it is read, and named by its path', async () => {
  await using folder = await mkdtempDisposable(join(tmpdir(), 'open-package-'))
  const path = join(folder.path, 'خبر.txt.gz')
  const input = openPackage(path)
  await writeFile(path, gzipSync('افتتاح الجسر'))
  const [part] = await parts(input)
  expect(part).toMatchObject({ at: path, document: { filename: 'خبر.txt', url: null }, refusal: null })
})

test('a file that is not there is the error of the disk, not a damaged archive', async () => {
  await expect(parts(openPackage('/no/such/file'))).rejects.toMatchObject({ code: 'ENOENT' })
})

test('a stream has no name', async () => {
  async function* stream(): AsyncGenerator<Uint8Array> {
    yield Buffer.from('نص')
  }
  expect(await parts(packageOfStream(stream()))).toMatchObject([{ at: 'input', document: { filename: null } }])
})
