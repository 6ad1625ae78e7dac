import { setTimeout as sleep } from "node:timers/promises";

/**
 * The longest stretch for which work held the event loop, in milliseconds of this thread's own computing: what other
 * processes, other threads and the kernel's other business take of a machine is nobody's fault here.
 */
export async function longestHold(work: () => Promise<unknown>): Promise<number> {
  const progress = { isOver: false };
  const working = work().finally(() => void (progress.isOver = true));
  let longest = 0;
  for (let before = computedMs(); !progress.isOver; ) {
    // A free loop wakes within a millisecond, so a delay is one turn plus that: busy polling instead would take CPU
    // from the database.
    await Promise.race([sleep(1), working.catch(() => undefined)]);
    const now = computedMs();
    longest = Math.max(longest, now - before);
    before = now;
  }
  await working;
  return longest;
}

/** The least of several, as the first has the code compiled, and any may have the memory swept; it stops at one that is good. */
export async function leastHold(most: number, work: () => Promise<unknown>, times = 4): Promise<number> {
  let least = Number.POSITIVE_INFINITY;
  for (let n = 0; n < times && least > most; n++) least = Math.min(least, await longestHold(work));
  return least;
}

function computedMs(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1_000;
}
