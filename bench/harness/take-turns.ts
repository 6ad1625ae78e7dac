import { answer } from "./answer.ts";

/** The processes that take turns on a core; if a turn has none, the core is idle during it. */
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
    // A process that has ended needs no turn.
  }
}

/** From now on each of these processes runs only during its turn, and those that shared before run freely again. */
function share(wanted: Turns = NOBODY): void {
  clearTimeout(timer);
  for (const pid of held.pids) send(pid, "SIGCONT");
  held = wanted;
  for (const pid of held.pids) send(pid, "SIGSTOP");
  if (held.pids.length > 0) begin(0, performance.now());
}

/** Turns begin at fixed times, so one that starts late is shorter, and none gains in the long run. */
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
