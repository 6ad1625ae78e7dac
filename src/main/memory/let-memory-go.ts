import { performance } from "node:perf_hooks";
import { Script } from "node:vm";
import { trimMalloc } from "./trim-malloc.ts";

const LOOK_EVERY_MS = 20_000;
/** The share of the time in which the event loop works: a server that is asked nothing needs a hundredth for its schedules. */
const QUIET = 0.05;
/** So many quiet looks in a row are a minute without work. */
const MINUTE = 3;

const allocate = () => new Script("0");

/**
 * Gives memory back: V8's after a minute in which little was asked of this process, since what is given back between two bursts would have to be
 * taken again; `malloc`'s every twenty seconds, whatever is asked, because that is soon taken again (decisions 145, 148 and 152).
 *
 * V8 gives back by itself when little is allocated, collecting garbage bit by bit. One of the rates that it looks at counts objects that
 * Node allocates in V8's heap for its own C++, and since V8 13.1 a rate of exactly zero counts as the highest possible. Compiling a
 * script allocates such an object, which V8 then sees for some hundred seconds; nothing else that we do allocates any.
 */
export function letMemoryGo(everyMs = LOOK_EVERY_MS): void {
  let before = performance.eventLoopUtilization();
  let quietLooks = 0;
  const look = () => {
    const now = performance.eventLoopUtilization();
    quietLooks = performance.eventLoopUtilization(now, before).utilization < QUIET ? quietLooks + 1 : 0;
    before = now;
    if (quietLooks >= MINUTE) allocate();
    trimMalloc();
  };
  setInterval(look, everyMs).unref();
}
