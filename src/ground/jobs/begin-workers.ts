import type { PgBoss } from "pg-boss";

/** The queues from which this process takes jobs. */
export interface TakenQueues {
  readonly names: readonly string[];
  /**
   * Says that this queue has a job. An idle worker of it starts without waiting for its next poll; while all of them are busy, another one begins, up to
   * the queue's number of workers.
   */
  wake(name: string): void;
  /** Nothing is woken any more: what the last jobs of this process enqueue is for others to take. */
  stop(): void;
}

export interface TakenQueue {
  readonly name: string;
  /** How many workers may run in this process. */
  readonly workers: number;
  /** Begins a worker, which takes what is there at once, and does its work within `whileBusy`. Returns its id. */
  begin(whileBusy: WhileBusy): Promise<string>;
}

/** `isFull` says that the worker took as much as it may, so that there may be more. */
type WhileBusy = <T>(work: () => Promise<T>, isFull: boolean) => Promise<T>;

interface Worker {
  /** Whether the worker has jobs now; if so, it polls again once they are done. */
  readonly isBusy: () => boolean;
  readonly wake: () => void;
}

/**
 * A queue's workers begin with its first jobs: each asks PostgreSQL when it begins and then once a minute, and most of our hundred and twenty
 * queues have no job for hours. `hear` is told of a worker that could not begin.
 */
export function takeFrom(
  boss: Pick<PgBoss, "notifyWorker">,
  queues: readonly TakenQueue[],
  hear: (error: unknown) => void,
): TakenQueues {
  let stopped = false;
  const taken = new Map(queues.map((queue) => [queue.name, { queue, workers: [] as Worker[] }]));

  function begin({ name, begin: beginOne }: TakenQueue): Worker {
    let busy = false;
    const id = beginOne(async (work, isFull) => {
      busy = true;
      if (isFull) wake(name);
      try {
        return await work();
      } finally {
        busy = false;
      }
    });
    id.catch(hear);
    return {
      isBusy: () => busy,
      wake: () =>
        void id.then(
          (known) => boss.notifyWorker(known),
          () => undefined,
        ),
    };
  }

  function wake(name: string): void {
    const found = taken.get(name);
    if (!found || stopped) return;
    const { queue, workers } = found;
    const idle = workers.find(({ isBusy }) => !isBusy());
    if (!idle && workers.length < queue.workers) workers.push(begin(queue));
    else (idle ?? workers[0])?.wake();
  }

  return {
    names: [...taken.keys()],
    wake,
    stop() {
      stopped = true;
    },
  };
}
