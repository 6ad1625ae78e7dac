let last: Promise<unknown> = Promise.resolve();

/**
 * One at a time in this process: an examination takes a core and some hundred megabytes. Undefined, and nothing was done,
 * for whoever has waited too long.
 */
export async function inTurn<T>(patienceMs: number, work: () => Promise<T>): Promise<T | undefined> {
  const came = performance.now();
  const mine = last.then(() => (performance.now() - came > patienceMs ? undefined : work()));
  last = mine.catch(() => undefined);
  return mine;
}
