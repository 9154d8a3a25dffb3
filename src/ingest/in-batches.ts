/** How much goes into one batch, and how long its first item waits for company. */
export type BatchLimits<T> = {
  readonly items: number
  readonly size: number
  readonly sizeOf: (item: T) => number
  /** Milliseconds. */
  readonly patience: number
}

/** Gathers a stream's items in batches: a fast stream gives full ones, a slow one whatever there is after a moment. */
export async function* inBatches<T>(items: AsyncIterable<T>, limits: BatchLimits<T>): AsyncGenerator<T[]> {
  const iterator = items[Symbol.asyncIterator]()
  let batch: T[] = []
  let [size, since] = [0, 0]
  try {
    for (let next = iterator.next(); ; ) {
      const found = batch.length === 0 ? await next : await atMost(next, limits.patience - (performance.now() - since))
      if (found !== 'LATE' && found.done !== true) {
        if (batch.length === 0) since = performance.now()
        batch.push(found.value)
        size += limits.sizeOf(found.value)
        next = iterator.next()
        // It may fail while the batch is worked on; it is thrown when its turn has come.
        next.catch(() => undefined)
        if (batch.length < limits.items && size < limits.size) continue
      }
      if (batch.length > 0) yield batch
      if (found !== 'LATE' && found.done === true) return
      batch = []
      size = 0
    }
  } finally {
    // Not waited for: a stream may be stuck where it is.
    iterator.return?.().catch(() => undefined)
  }
}

async function atMost<T>(work: Promise<T>, milliseconds: number): Promise<T | 'LATE'> {
  const { promise: late, resolve } = Promise.withResolvers<'LATE'>()
  const timer = setTimeout(() => resolve('LATE'), Math.max(milliseconds, 0))
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}
