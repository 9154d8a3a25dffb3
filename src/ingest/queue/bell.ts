/** Wakes the one that waits for it; a ring while nobody waits is heard by the next that does. */
export class Bell {
  #rang = false
  #wake: () => void = () => undefined

  ring(): void {
    this.#rang = true
    this.#wake()
  }

  /** Waits for a ring, or for some milliseconds. */
  async wait(most: number): Promise<void> {
    if (!this.#rang) {
      const timer = setTimeout(() => this.#wake(), most)
      await new Promise<void>((done) => {
        this.#wake = done
      })
      clearTimeout(timer)
    }
    this.#rang = false
  }
}
