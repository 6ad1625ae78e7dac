/** A maximum number of calls in a number of seconds, for each key. */
export interface Limit {
  readonly name: string;
  readonly calls: number;
  readonly seconds: number;
  /** How many calls this one counts as; 1 by default. */
  readonly cost?: number;
}

export interface LimitStatus {
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

/** Counts calls in windows of real time, because on a simulated clock that stands still no window would ever end. */
export class Allowance {
  readonly #windows = new Map<string, Window>();

  take(limit: Limit, key: string, wall: Date): LimitStatus {
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
