import type { Bell } from './bell.ts'
import { type HiredWorker, hireWorker, type WorkerEnd, type WorkerOptions } from './hired-worker.ts'
import type { Queued } from './open-queue.ts'

/** A document that was claimed, and whether a worker may have ended over it. */
type Claim = { readonly document: Queued; readonly suspect: boolean }

/** What happened since it was asked last. */
export type News = {
  /** Documents that are done. */
  readonly done: readonly string[]
  readonly ends: readonly WorkerEnd[]
  /** Why no worker can go on; null while they can. */
  readonly trouble: 'UNAVAILABLE' | Error | null
}

/** Claims without a worker that make it worth to start another: it has two seconds of word lists to read first. */
const worthAnother = 24

/** The worker processes of one leader, and the documents that are claimed for them. It rings when there is news. */
export class Crew {
  readonly #options: WorkerOptions
  readonly #bell: Bell
  readonly #workers = new Set<HiredWorker>()
  readonly #claims = new Map<string, Claim>()
  /** Claims that no worker has, in the order in which they are given out. */
  #unassigned: string[] = []
  #done: string[] = []
  #ends: WorkerEnd[] = []
  #trouble: News['trouble'] = null

  constructor(options: WorkerOptions, bell: Bell) {
    this.#options = options
    this.#bell = bell
  }

  /** Whether more documents should be claimed. */
  get isShort(): boolean {
    return this.#unassigned.length < worthAnother
  }

  /** Whether any worker has anything in hand. */
  get isBusy(): boolean {
    return [...this.#workers].some(({ idle }) => !idle)
  }

  get claims(): readonly string[] {
    return [...this.#claims.keys()]
  }

  /** Takes claimed documents on, behind those that it has. */
  add(documents: readonly Queued[]): void {
    for (const document of documents) {
      if (this.#claims.has(document.sha256)) continue
      this.#claims.set(document.sha256, { document, suspect: false })
      this.#unassigned.push(document.sha256)
    }
  }

  /** Has a document done again, before all others. */
  retry(sha256: string, suspect: boolean): void {
    const claim = this.#claims.get(sha256)
    if (claim === undefined) return
    this.#claims.set(sha256, { ...claim, suspect: claim.suspect || suspect })
    this.#unassigned.unshift(sha256)
  }

  /** Forgets documents that are done. */
  forget(hashes: readonly string[]): void {
    for (const sha256 of hashes) this.#claims.delete(sha256)
  }

  /** Forgets what no worker has. */
  releaseUnassigned(): readonly string[] {
    const hashes = this.#unassigned
    this.#unassigned = []
    this.forget(hashes)
    return hashes
  }

  /** Gives out what is claimed, and starts another worker when that is worth it. */
  assign(): void {
    this.#giveOut()
    const left = this.#unassigned.length
    if (left === 0 || this.#workers.size === this.#options.jobs) return
    if (this.#workers.size > 0 && left < worthAnother) return
    this.#hire()
    this.#giveOut()
  }

  news(): News {
    const news = { done: this.#done, ends: this.#ends, trouble: this.#trouble }
    this.#done = []
    this.#ends = []
    return news
  }

  /** Ends all workers, whatever they have in hand. */
  async dismiss(): Promise<void> {
    await Promise.all([...this.#workers].map((worker) => worker.dismiss()))
  }

  /** A document over which a worker may have ended goes to one that has nothing else to lose. */
  #giveOut(): void {
    this.#unassigned = this.#unassigned.filter((sha256) => {
      const claim = this.#claims.get(sha256)
      if (claim === undefined) return false
      const { document, suspect } = claim
      const worker = [...this.#workers].find((one) => (suspect ? one.idle : one.hasRoomFor(document)))
      worker?.give(document, suspect)
      return worker === undefined
    })
  }

  #hire(): void {
    const worker = hireWorker(this.#options, {
      onDone: (hashes) => this.#tell(() => this.#done.push(...hashes)),
      onTrouble: (trouble) =>
        this.#tell(() => {
          this.#trouble ??= trouble
        }),
      onEnd: (end) =>
        this.#tell(() => {
          this.#workers.delete(worker)
          this.#ends.push(end)
        }),
    })
    this.#workers.add(worker)
  }

  #tell(change: () => void): void {
    change()
    this.#bell.ring()
  }
}
