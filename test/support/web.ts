import { createServer, type RequestListener } from 'node:http'
import { createServer as createRawServer, type Server, type Socket } from 'node:net'
import { onTestFinished } from 'vitest'

/** For a test's own servers only. */
export const permits = (address: string): boolean => address === '127.0.0.1'

/** Serves HTTP until the test has finished, and gives its origin. */
export async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener)
  const origin = await listen(server)
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return origin
}

/** Serves whatever bytes the test writes, HTTP or not. */
export async function serveRaw(answer: (socket: Socket) => void): Promise<string> {
  const sockets = new Set<Socket>()
  const server = createRawServer((socket) => {
    sockets.add(socket)
    socket.on('error', () => undefined)
    socket.once('data', () => answer(socket))
  })
  const origin = await listen(server)
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy()
    server.close()
  })
  return origin
}

async function listen(server: Server): Promise<string> {
  server.listen(0, '127.0.0.1')
  await new Promise((done) => server.once('listening', done))
  const address = server.address()
  return `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`
}
