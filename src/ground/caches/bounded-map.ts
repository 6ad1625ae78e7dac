/** A cache with a maximum size: if it is full, the oldest entry is removed. */
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
