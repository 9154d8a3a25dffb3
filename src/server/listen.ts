import { createServer, type RequestListener, type Server } from 'node:http'

/** The address is taken or may not be used. The message says by what and which variable to set. */
export class ListenError extends Error {
  override readonly name = 'ListenError'
  readonly code = 'CANNOT_LISTEN'
}

/** A server that is listening; disposing of it finishes what is under way and closes it. */
export type Listening = AsyncDisposable & { readonly url: string }

/** How long requests under way may take to finish once the server is told to stop, in milliseconds. */
const graceful = 5_000

/**
 * Listens with time limits on headers and requests.
 * @param port 0 takes a free one
 * @throws ListenError when the address cannot be had
 */
export async function listen(listener: RequestListener, port: number, host: string): Promise<Listening> {
  const server = createServer({ headersTimeout: 10_000, requestTimeout: 30_000, keepAliveTimeout: 5_000 }, listener)
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(explain(error, port, host)))
    server.listen(port, host, () => resolve())
  })
  const address = server.address()
  const actual = typeof address === 'object' && address !== null ? address.port : port
  const name = host.includes(':') ? `[${host}]` : host
  return { url: `http://${name}:${actual}`, [Symbol.asyncDispose]: () => close(server) }
}

function explain(error: NodeJS.ErrnoException, port: number, host: string): Error {
  if (error.code === 'EADDRINUSE') {
    return new ListenError(
      `Port ${port} is taken by another program. Set PORT to a free one: PORT=${port + 1} npm start`,
    )
  }
  if (error.code === 'EACCES') return new ListenError(`Port ${port} may not be used here. Set PORT to one above 1023.`)
  if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND') {
    return new ListenError(`${host} is no address of this machine. Set HOST to 127.0.0.1, or 0.0.0.0 for all.`)
  }
  return error
}

async function close(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => {
    server.close(() => resolve())
  })
  // Kept-alive connections without a request would hold the server open.
  server.closeIdleConnections()
  const cut = setTimeout(() => server.closeAllConnections(), graceful)
  await closed
  clearTimeout(cut)
}
