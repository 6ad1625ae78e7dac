/** How many may run concurrently, in all and for one tenant. */
export interface Bounds {
  readonly atOnce: number;
  readonly perTenant: number;
}

/** Ends a turn; calling it again has no effect. */
export type ReleaseTurn = () => void;

interface QueuedCall {
  /** Its position in virtual time: after all earlier requests of its tenant, and level with those of the next tenant. */
  readonly start: number;
  readonly begin: () => void;
}

interface Line {
  running: number;
  /** The virtual time up to which the tenant has used its share. */
  used: number;
  readonly waiting: QueuedCall[];
}

/**
 * Start-time fair queueing (Goyal, Vin and Cheng, 1996): each turn advances its tenant by the turn's weight, and the next turn goes to the
 * tenant that is furthest behind. However many turns one tenant requests, another tenant therefore waits for at most one of them.
 */
export class FairQueue {
  readonly #bounds: Bounds;
  readonly #lines = new Map<string, Line>();
  #running = 0;
  #waiting = 0;
  /** Virtual time. */
  #now = 0;

  constructor(bounds: Bounds) {
    this.#bounds = bounds;
  }

  /** A turn for the tenant: immediately if there is capacity, otherwise as soon as there is. `weight` is what the turn costs the tenant. */
  enter(tenant: string, weight = 1): ReleaseTurn | Promise<ReleaseTurn> {
    const line = this.#lines.get(tenant) ?? { running: 0, used: 0, waiting: [] };
    this.#lines.set(tenant, line);
    const start = Math.max(this.#now, line.used);
    line.used = start + weight;
    if (this.#running < this.#bounds.atOnce && this.#hasRoom(line) && line.waiting.length === 0)
      return this.#begin(tenant, line, start);
    this.#waiting += 1;
    return new Promise((resolve) => {
      line.waiting.push({ start, begin: () => resolve(this.#begin(tenant, line, start)) });
    });
  }

  waitingOf(tenant: string): number {
    return this.#lines.get(tenant)?.waiting.length ?? 0;
  }

  standing(): { readonly running: number; readonly waiting: number } {
    return { running: this.#running, waiting: this.#waiting };
  }

  #hasRoom(line: Line): boolean {
    return line.running < this.#bounds.perTenant;
  }

  #begin(tenant: string, line: Line, start: number): ReleaseTurn {
    this.#now = Math.max(this.#now, start);
    this.#running += 1;
    line.running += 1;
    let isOver = false;
    return () => {
      if (isOver) return;
      isOver = true;
      this.#running -= 1;
      line.running -= 1;
      this.#beginNext();
      const isIdle = line.running === 0 && line.waiting.length === 0;
      if (isIdle && (line.used <= this.#now || this.#running === 0)) this.#lines.delete(tenant);
    };
  }

  #beginNext(): void {
    while (this.#running < this.#bounds.atOnce) {
      const turn = this.#furthestBehind()?.waiting.shift();
      if (!turn) return;
      this.#waiting -= 1;
      turn.begin();
    }
  }

  #furthestBehind(): Line | undefined {
    let first: Line | undefined;
    let earliest = Number.POSITIVE_INFINITY;
    for (const line of this.#lines.values()) {
      const start = line.waiting[0]?.start ?? Number.POSITIVE_INFINITY;
      if (start >= earliest || !this.#hasRoom(line)) continue;
      first = line;
      earliest = start;
    }
    return first;
  }
}
