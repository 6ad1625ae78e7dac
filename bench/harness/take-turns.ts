import { answer } from "./answer.ts";

/** The processes that take turns on a core; a turn without one leaves the core alone. */
export interface Turns {
  readonly pids: readonly number[];
  readonly turns: number;
  readonly turnMs: number;
}

const NOBODY: Turns = { pids: [], turns: 1, turnMs: 1_000 };
let held = NOBODY;
let timer: NodeJS.Timeout | undefined;

function send(pid: number | undefined, signal: NodeJS.Signals): void {
  if (pid === undefined) return;
  try {
    process.kill(pid, signal);
  } catch {
    // One that has ended needs no turn.
  }
}

/** From now on each of these runs in its turn only, and those before them as ever. */
function share(wanted: Turns = NOBODY): void {
  clearTimeout(timer);
  for (const pid of held.pids) send(pid, "SIGCONT");
  held = wanted;
  for (const pid of held.pids) send(pid, "SIGSTOP");
  if (held.pids.length > 0) begin(0, performance.now());
}

/** Turns begin by the clock: one that is begun late is the shorter for it, so that none gains in the long run. */
function begin(turn: number, at: number): void {
  const { pids, turns, turnMs } = held;
  send(pids[(turn + turns - 1) % turns], "SIGSTOP");
  send(pids[turn % turns], "SIGCONT");
  timer = setTimeout(() => begin(turn + 1, at + turnMs), at + turnMs - performance.now());
}

answer({ share });
process.on("disconnect", () => share());
process.on("SIGTERM", () => {
  share();
  process.exit(0);
});
process.send?.("ready");
