/** So many calls in so many seconds, for each key. */
export interface Limit {
  readonly name: string;
  readonly calls: number;
  readonly seconds: number;
  /** What this call weighs; 1 where nothing is said. */
  readonly cost?: number;
}

export interface Standing {
  readonly name: string;
  readonly calls: number;
  readonly used: number;
  readonly remaining: number;
  readonly resetSeconds: number;
  readonly exceeded: boolean;
}

interface Window {
  readonly endsAt: number;
  used: number;
}

/** Counts calls in windows of the wall's time: a simulated clock that stands still would never open one again. */
export class Allowance {
  readonly #windows = new Map<string, Window>();

  take(limit: Limit, key: string, wall: Date): Standing {
    const at = wall.getTime();
    const name = `${limit.name} ${key}`;
    const open = this.#windows.get(name);
    const window = open && open.endsAt > at ? open : { endsAt: at + limit.seconds * 1_000, used: 0 };
    this.#windows.set(name, window);
    window.used += limit.cost ?? 1;
    return {
      name: limit.name,
      calls: limit.calls,
      used: window.used,
      remaining: Math.max(0, limit.calls - window.used),
      resetSeconds: Math.max(1, Math.ceil((window.endsAt - at) / 1_000)),
      exceeded: window.used > limit.calls,
    };
  }
}
