/** How many may be at work, in all and of one tenant. */
export interface Bounds {
  readonly atOnce: number;
  readonly perTenant: number;
}

/** Ends a turn; said twice, it is said once. */
export type Leave = () => void;

export interface FairQueue {
  /** A turn for the tenant: at once where there is room, and else when it comes. `weight` says how much it costs the tenant. */
  enter(tenant: string, weight?: number): Leave | Promise<Leave>;
  waitingOf(tenant: string): number;
  standing(): { readonly running: number; readonly waiting: number };
}

interface Waiter {
  /** Where it stands in virtual time: behind all that its tenant asked for before, and level with whoever comes next. */
  readonly start: number;
  readonly begin: () => void;
}

interface Line {
  running: number;
  /** Up to where the tenant has used its share. */
  used: number;
  readonly waiting: Waiter[];
}

/**
 * Start-time fair queueing (Goyal, Vin and Cheng, 1996): each turn moves its tenant on by its weight, and the next goes to
 * the tenant that is furthest behind. So however many turns one tenant asks for, another waits for one of them at most.
 */
export function fairQueue({ atOnce, perTenant }: Bounds): FairQueue {
  const lines = new Map<string, Line>();
  let running = 0;
  let waiting = 0;
  let now = 0;

  const hasRoom = (line: Line) => running < atOnce && line.running < perTenant;

  const next = (): void => {
    while (running < atOnce && waiting > 0) {
      let first: Line | undefined;
      for (const line of lines.values())
        if (
          line.waiting[0] &&
          line.running < perTenant &&
          !(first?.waiting[0] && first.waiting[0].start <= line.waiting[0].start)
        )
          first = line;
      const turn = first?.waiting.shift();
      if (!first || !turn) return;
      waiting--;
      now = Math.max(now, turn.start);
      take(first);
      turn.begin();
    }
  };

  const take = (line: Line) => {
    running++;
    line.running++;
  };

  const leaving = (tenant: string, line: Line): Leave => {
    let isOver = false;
    return () => {
      if (isOver) return;
      isOver = true;
      running--;
      line.running--;
      next();
      if (line.running === 0 && line.waiting.length === 0 && (line.used <= now || running === 0)) lines.delete(tenant);
    };
  };

  return {
    enter(tenant, weight = 1) {
      const line = lines.get(tenant) ?? { running: 0, used: 0, waiting: [] };
      lines.set(tenant, line);
      const start = Math.max(now, line.used);
      line.used = start + weight;
      if (hasRoom(line) && line.waiting.length === 0) {
        now = Math.max(now, start);
        take(line);
        return leaving(tenant, line);
      }
      waiting++;
      return new Promise((resolve) => {
        line.waiting.push({ start, begin: () => resolve(leaving(tenant, line)) });
      });
    },
    waitingOf: (tenant) => lines.get(tenant)?.waiting.length ?? 0,
    standing: () => ({ running, waiting }),
  };
}
