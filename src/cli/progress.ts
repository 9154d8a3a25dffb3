import type { Io } from './io.ts'

/** How far a long piece of work is. */
export type Progress = { tell(done: number, total: number): void; end(): void }

/** Between two drawings, in milliseconds. */
const pause = 200

/** Draws `what  120/400  30 %  41/s  7 s left` over one line where people watch; says nothing into files and pipes. */
export function openProgress(io: Io, what: string): Progress {
  const began = performance.now()
  let drawn = 0
  return {
    tell(done, total) {
      const now = performance.now()
      if (!io.live || (now - drawn < pause && done < total)) return
      drawn = now
      const rate = done / Math.max((now - began) / 1000, 0.001)
      const left = rate > 0 ? Math.ceil((total - done) / rate) : 0
      const share = Math.floor((100 * done) / Math.max(total, 1))
      io.err(`\r\u001b[2K${what}  ${done}/${total}  ${share} %  ${rate.toFixed(1)}/s  ${left} s left`)
    },
    end() {
      if (io.live) io.err('\r\u001b[2K')
    },
  }
}
