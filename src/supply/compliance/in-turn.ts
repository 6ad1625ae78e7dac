let last: Promise<unknown> = Promise.resolve();

/**
 * Runs one examination at a time in this process, because each takes a core and some hundred megabytes. Callers that
 * would wait too long get undefined, and nothing is run for them.
 */
export async function inTurn<T>(patienceMs: number, work: () => Promise<T>): Promise<T | undefined> {
  const came = performance.now();
  const mine = last.then(() => (performance.now() - came > patienceMs ? undefined : work()));
  last = mine.catch(() => undefined);
  return mine;
}
