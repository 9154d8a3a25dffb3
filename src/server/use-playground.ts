import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import type { Plugin } from 'graphql-yoga'
import { examples } from './examples.ts'

type Page = { readonly plain: Uint8Array<ArrayBuffer>; readonly gzip: Uint8Array<ArrayBuffer>; readonly etag: string }

const policy = [
  "default-src 'none'",
  "script-src 'unsafe-inline' blob:",
  'worker-src blob:',
  "style-src 'unsafe-inline'",
  'font-src data:',
  'img-src data:',
  "connect-src 'self'",
].join('; ')

/**
 * GraphiQL at the endpoint for browsers, with our saved examples as its tabs. The page is 9 MB with everything inline
 * (no CDN), so it is rendered and compressed once, on first use, and kept by browsers through its ETag.
 */
export function usePlayground(endpoint: string): Plugin {
  let page: Promise<Page> | null = null
  return {
    async onRequest({ request, url, fetchAPI, endResponse }) {
      if (request.method !== 'GET' || url.pathname !== endpoint || url.searchParams.has('query')) return
      if (!request.headers.get('accept')?.includes('text/html')) return
      page ??= renderPage(endpoint)
      const { plain, gzip: compressed, etag } = await page
      const headers: Record<string, string> = {
        'content-type': 'text/html; charset=utf-8',
        'cache-control': 'no-cache',
        'content-security-policy': policy,
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        vary: 'accept, accept-encoding',
        etag,
      }
      if (request.headers.get('if-none-match') === etag) {
        endResponse(new fetchAPI.Response(null, { status: 304, headers }))
        return
      }
      const zipped = request.headers.get('accept-encoding')?.includes('gzip') ?? false
      if (zipped) headers['content-encoding'] = 'gzip'
      endResponse(new fetchAPI.Response(zipped ? compressed : plain, { headers }))
    },
  }
}

async function renderPage(endpoint: string): Promise<Page> {
  // 9 MB of module: loading it at start would cost every start a third of a second.
  const { renderGraphiQL } = await import('@graphql-yoga/render-graphiql')
  const html = renderGraphiQL({
    title: 'Isnad',
    endpoint,
    defaultTabs: examples.map(({ query, variables }) => ({ query, variables: JSON.stringify(variables, null, 2) })),
    subscriptionsProtocol: 'SSE',
  })
  const plain = new TextEncoder().encode(html)
  const etag = `"${createHash('sha256').update(plain).digest('base64url')}"`
  return { plain, gzip: new Uint8Array(await promisify(gzip)(plain)), etag }
}
