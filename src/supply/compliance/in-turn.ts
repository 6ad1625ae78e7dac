let last: Promise<unknown> = Promise.resolve();

/**
 * One at a time in this process: a test takes a core and some hundred megabytes. Undefined, without effect, for callers
 * that have waited too long.
 */
export async function inTurn<T>(patienceMs: number, work: () => Promise<T>): Promise<T | undefined> {
  const came = performance.now();
  const mine = last.then(() => (performance.now() - came > patienceMs ? undefined : work()));
  last = mine.catch(() => undefined);
  return mine;
}
