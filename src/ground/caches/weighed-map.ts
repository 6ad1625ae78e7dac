interface Weighed<V> {
  readonly value: V;
  readonly weight: number;
}

/** A cache with a maximum total weight: to make room, it removes the entries that have not been read for the longest time. */
export class WeighedMap<K, V> {
  readonly #known = new Map<K, Weighed<V>>();
  readonly #most: number;
  #weight = 0;

  constructor(most: number) {
    this.#most = most;
  }

  get(key: K): V | undefined {
    const known = this.#known.get(key);
    if (!known) return undefined;
    // A Map iterates in the order of insertion.
    this.#known.delete(key);
    this.#known.set(key, known);
    return known.value;
  }

  set(key: K, value: V, weight: number): void {
    this.delete(key);
    this.#known.set(key, { value, weight });
    this.#weight += weight;
    for (const oldest of this.#known.keys()) {
      if (this.#weight <= this.#most) return;
      this.delete(oldest);
    }
  }

  delete(key: K): void {
    this.#weight -= this.#known.get(key)?.weight ?? 0;
    this.#known.delete(key);
  }
}
