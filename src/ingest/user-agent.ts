import { readFileSync } from 'node:fs'

const { version, homepage }: { version: string; homepage?: string } = JSON.parse(
  readFileSync(new URL('../../package.json', import.meta.url), 'utf8'),
)

/** What robots.txt calls us. */
export const productToken = 'Isnad'

/** How we name ourselves to servers. */
export const userAgent = `${productToken}/${version}${homepage === undefined ? '' : ` (+${homepage})`}`
