import { performance } from "node:perf_hooks";
import { Script } from "node:vm";
import { trimMalloc } from "./trim-malloc.ts";

const LOOK_EVERY_MS = 60_000;
/** The share of the time in which the event loop works: a server that is asked nothing needs a hundredth for its schedules. */
const QUIET = 0.05;

const allocate = () => new Script("0");

/**
 * Lets V8 give memory back after a minute in which little was asked of this process. V8 would do so by itself, collecting garbage bit by bit
 * when little is allocated. One of the rates that it looks at counts objects that Node allocates in V8's heap for its own C++, and
 * since V8 13.1 a rate of exactly zero counts as the highest possible. Compiling a script allocates such an object, which V8 then sees for
 * some hundred seconds; nothing else that we do allocates any. While there is work, V8 is left in its belief: memory that is
 * given back between two bursts has to be taken again (decision 145).
 *
 * In the second quiet minute in a row, when V8 is done and has freed its buffers, `malloc` gives back what lies free between those
 * that are in use (decision 148).
 */
export function letMemoryGo(everyMs = LOOK_EVERY_MS): void {
  let before = performance.eventLoopUtilization();
  let quietFor = 0;
  const look = () => {
    const now = performance.eventLoopUtilization();
    quietFor = performance.eventLoopUtilization(now, before).utilization < QUIET ? quietFor + 1 : 0;
    if (quietFor > 0) allocate();
    if (quietFor === 2) trimMalloc();
    before = now;
  };
  setInterval(look, everyMs).unref();
}
