import type { Plugin } from 'graphql-yoga'

/**
 * Refuses every POST that is not JSON. A page of another origin can send forms, multipart and plain text without the
 * browser asking first, and Yoga would run them; JSON always asks (CORS preflight), which keeps strangers' pages out.
 */
export function useJsonOnly(endpoint: string): Plugin {
  return {
    onRequest({ request, url, fetchAPI, endResponse }) {
      if (request.method !== 'POST' || url.pathname !== endpoint) return
      const type = (request.headers.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase()
      if (type === 'application/json') return
      const error = {
        message: 'Send the operation as JSON: content-type: application/json.',
        extensions: { code: 'UNSUPPORTED_MEDIA_TYPE' },
      }
      endResponse(
        new fetchAPI.Response(JSON.stringify({ errors: [error] }), {
          status: 415,
          headers: { 'content-type': 'application/json; charset=utf-8', 'accept-post': 'application/json' },
        }),
      )
    },
  }
}
