import type { Io } from './io.ts'

/** How far a run is: `found` documents were handed over, `done` of them have an outcome, `bytes` were read. */
export type Standing = { readonly found: number; readonly done: number; readonly bytes: number }

export type IngestProgress = { tell(standing: Standing): void; end(): void }

/** Between two drawings where people watch, and between two lines elsewhere, in milliseconds. */
const pauses = { live: 200, lines: 5_000 }

const clearLine = '\r\u001b[2K'

/**
 * Draws over one line where people watch; writes a line every few seconds elsewhere, when that is wanted.
 * @param total bytes to read; null when nobody knows
 */
export function openIngestProgress(
  io: Pick<Io, 'live' | 'err'>,
  total: number | null,
  wanted: boolean,
): IngestProgress {
  const began = performance.now()
  const shown = io.live || wanted
  const pause = io.live ? pauses.live : pauses.lines
  let told = began
  return {
    tell(standing) {
      const now = performance.now()
      if (!shown || now - told < pause) return
      told = now
      const line = progressLine(standing, total, (now - began) / 1000)
      io.err(io.live ? `${clearLine}${line}` : `${line}\n`)
    },
    end() {
      if (io.live) io.err(clearLine)
    },
  }
}

/**
 * `1234 documents  41.2/s  1.3 MB/s  34 %  2:05 left`. Bytes are read ahead of the documents that are in them, so that of
 * those that were read the same share is done as of the documents.
 */
export function progressLine({ found, done, bytes }: Standing, total: number | null, seconds: number): string {
  const doneBytes = found === 0 ? 0 : bytes * (done / found)
  const rates = [`${done} documents`, `${(done / seconds).toFixed(1)}/s`, `${megabytes(doneBytes / seconds)} MB/s`]
  if (total === null || total === 0) return rates.join('  ')
  const share = Math.min(doneBytes / total, 1)
  const left = share > 0 ? `  ${clock((seconds * (1 - share)) / share)} left` : ''
  return `${rates.join('  ')}  ${Math.floor(share * 100)} %${left}`
}

function megabytes(bytes: number): string {
  const value = bytes / 1e6
  return value.toFixed(value < 0.1 ? 3 : 1)
}

function clock(seconds: number): string {
  const whole = Math.ceil(seconds)
  const parts = [Math.floor(whole / 60) % 60, whole % 60].map((part) => String(part).padStart(2, '0'))
  const hours = Math.floor(whole / 3600)
  return (hours > 0 ? [hours, ...parts] : [Number(parts[0]), parts[1]]).join(':')
}
