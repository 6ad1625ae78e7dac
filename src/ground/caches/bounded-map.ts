/** What is remembered of so many and no more: where there is no room, what came first gives way. */
export class BoundedMap<K, V> {
  readonly #known = new Map<K, V>();
  readonly #most: number;

  constructor(most: number) {
    this.#most = most;
  }

  get(key: K): V | undefined {
    return this.#known.get(key);
  }

  /** A value that is set again becomes the newest. */
  set(key: K, value: V): void {
    this.#known.delete(key);
    // A Map iterates in the order of insertion.
    for (const [oldest] of this.#known.size >= this.#most ? this.#known : []) {
      this.#known.delete(oldest);
      break;
    }
    this.#known.set(key, value);
  }

  delete(key: K): void {
    this.#known.delete(key);
  }

  clear(): void {
    this.#known.clear();
  }
}
