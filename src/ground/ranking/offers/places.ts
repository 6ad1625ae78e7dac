/** A text that says less is about all that it says. */
const MUCH = 8;
/** Later places share a bit. */
const LAST_BIT = 29;
/** What a name says is not said in passing: it counts as a further place. */
const NAMED = 1 << 30;

/** Where a text says its meanings: a bit for each place, in their order. */
export class Places {
  readonly byKey = new Map<string, number>();
  #count = 0;

  /** The next place at which something is said. */
  add(keys: Iterable<string>, isInName: boolean): void {
    const bits = (1 << Math.min(this.#count++, LAST_BIT)) | (isInName ? NAMED : 0);
    for (const key of keys) this.byKey.set(key, (this.byKey.get(key) ?? 0) | bits);
  }

  get saysMuch(): boolean {
    return this.#count >= MUCH;
  }
}
