import { setImmediate as nextTurn } from "node:timers/promises";

/** The maximum that is written together: a statement has a limited size. */
const MOST_TOGETHER = 100;

interface Waiting<T, R> {
  readonly one: T;
  readonly written: PromiseWithResolvers<R>;
}

/** Answers for each, in their order. */
type Write<T, R> = (all: readonly T[]) => Promise<readonly R[]>;

/**
 * One transaction for everything that is to be written while another is in progress. Each caller waits for the commit
 * of its own write. If they cannot be written together, each is written separately, so that nobody fails because of
 * somebody else's data.
 */
export function groupCommit<T, R>(write: Write<T, R>): (one: T) => Promise<R> {
  let waiting: Waiting<T, R>[] = [];
  let isWriting = false;
  const writeAll = async () => {
    // Callers in this turn of the event loop are grouped from the start.
    await nextTurn();
    while (waiting.length > 0) {
      const group = waiting.slice(0, MOST_TOGETHER);
      waiting = waiting.slice(MOST_TOGETHER);
      await writeGroup(write, group);
    }
    isWriting = false;
  };
  return (one) => {
    const written = Promise.withResolvers<R>();
    waiting.push({ one, written });
    if (!isWriting) {
      isWriting = true;
      void writeAll();
    }
    return written.promise;
  };
}

async function writeGroup<T, R>(write: Write<T, R>, group: readonly Waiting<T, R>[]): Promise<void> {
  try {
    const results = await write(group.map(({ one }) => one));
    for (const [place, { written }] of group.entries()) written.resolve(results[place] as R);
  } catch (error) {
    if (group.length === 1) return group[0]?.written.reject(error);
    for (const single of group) await writeGroup(write, [single]);
  }
}
