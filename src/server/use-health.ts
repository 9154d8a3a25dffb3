import type { Plugin } from 'graphql-yoga'

/**
 * `/health` says that the process answers; `/ready` that it can answer questions. Paths are compared whole: Yoga's own
 * check answers to any address that ends alike. Whatever goes wrong inside `ready` is "not ready", never its message.
 */
export function useHealth(ready: () => Promise<boolean>): Plugin {
  return {
    async onRequest({ url, fetchAPI, endResponse }) {
      if (url.pathname === '/health') endResponse(fetchAPI.Response.json({ status: 'ok' }))
      if (url.pathname === '/ready') {
        const isReady = await ready().catch(() => false)
        endResponse(
          fetchAPI.Response.json({ status: isReady ? 'ready' : 'not ready' }, { status: isReady ? 200 : 503 }),
        )
      }
    },
  }
}
