/**
 * Loaded into a server that has to cope with a real-time clock that jumps. `SOAK_CLOCK_JUMPS` is a list of `after:offset`, both in
 * milliseconds: this long after its start, the clock of the process is off by this much.
 */
const RealDate = globalThis.Date;
let offsetMs = 0;

class JumpingDate extends RealDate {
  constructor(...given: [] | [number | string | Date]) {
    if (given.length === 0) super(RealDate.now() + offsetMs);
    else super(...(given as [number]));
  }

  static override now(): number {
    return RealDate.now() + offsetMs;
  }
}
globalThis.Date = JumpingDate as DateConstructor;

for (const jump of (process.env.SOAK_CLOCK_JUMPS ?? "").split(",").filter(Boolean)) {
  const [afterMs = 0, toMs = 0] = jump.split(":").map(Number);
  if (afterMs === 0) offsetMs = toMs;
  else setTimeout(() => void (offsetMs = toMs), afterMs).unref();
}
