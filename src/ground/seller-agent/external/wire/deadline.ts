/**
 * Runs work that must finish in time. When the time is over, the signal aborts and the call rejects with `late()`, whether or not the work
 * reacts to the signal.
 */
export async function withinDeadline<T>(
  timeoutMs: number,
  late: () => Error,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const giveUp = new AbortController();
  const { promise: lateness, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => {
    reject(late());
    giveUp.abort();
  }, timeoutMs);
  try {
    return await Promise.race([work(giveUp.signal), lateness]);
  } finally {
    clearTimeout(timer);
  }
}
