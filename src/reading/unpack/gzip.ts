import { createGunzip } from 'node:zlib'
import { engineOptions, inflate } from './inflate.ts'
import { type Container, drain, keptOpen } from './member.ts'

const TAR_GZ = /\.tgz$/i
const GZ = /\.gz$/i

/** A compressed file; many of them one after the other are one. Its name is the package's without the ending. */
export const gzip: Container = async function* (reader, gauge, { name, url, retrievedAt }) {
  gauge.member()
  const content = inflate(createGunzip(engineOptions), reader, gauge)
  const bare = name?.replace(TAR_GZ, '.tar').replace(GZ, '') ?? null
  yield { at: '', name: bare, content: keptOpen(content), refusal: null, mediaType: null, url, retrievedAt }
  await drain(content)
}
