import { setImmediate as nextTurn } from "node:timers/promises";

/** The maximum that is written together: a statement has a limited size. */
const MOST_TOGETHER = 100;

interface Waiting<T> {
  readonly one: T;
  readonly written: PromiseWithResolvers<void>;
}

/**
 * One transaction for everything that is to be written while another is in progress. Each caller waits for the commit
 * of its own write. If they cannot be written together, each is written separately, so that nobody fails because of
 * somebody else's data.
 */
export function groupCommit<T>(write: (all: readonly T[]) => Promise<void>): (one: T) => Promise<void> {
  let waiting: Waiting<T>[] = [];
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
    const written = Promise.withResolvers<void>();
    waiting.push({ one, written });
    if (!isWriting) {
      isWriting = true;
      void writeAll();
    }
    return written.promise;
  };
}

async function writeGroup<T>(write: (all: readonly T[]) => Promise<void>, group: readonly Waiting<T>[]): Promise<void> {
  try {
    await write(group.map(({ one }) => one));
    for (const { written } of group) written.resolve();
  } catch (error) {
    if (group.length === 1) return group[0]?.written.reject(error);
    for (const single of group) await writeGroup(write, [single]);
  }
}
