import type { Feed } from '../store/feeds.ts'

/** Feeds as OPML 2.0, the list that feed readers exchange. */
export function writeOpml(feeds: readonly Pick<Feed, 'url' | 'title' | 'siteUrl'>[]): string {
  const outlines = feeds.map(({ url, title, siteUrl }) => {
    const site = siteUrl === null ? '' : ` htmlUrl="${escaped(siteUrl)}"`
    return `    <outline type="rss" text="${escaped(title ?? url)}" xmlUrl="${escaped(url)}"${site}/>\n`
  })
  return `<?xml version="1.0" encoding="UTF-8"?>
<opml version="2.0">
  <head><title>Feeds</title></head>
  <body>
${outlines.join('')}  </body>
</opml>
`
}

const references: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** Control characters are none of XML's. */
function escaped(text: string): string {
  return text
    .replaceAll(/\p{Cc}/gu, ' ')
    .toWellFormed()
    .replaceAll(/[&<>"]/g, (character) => references[character] ?? character)
}
