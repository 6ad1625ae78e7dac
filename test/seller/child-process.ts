import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";

/** Long enough for a slow machine; a process that exits is reported immediately. */
const PATIENCE_MS = 240_000;
const POLL_MS = 100;

/** A server in a separate process. */
export interface ServerProcess {
  stop(): Promise<void>;
}

/** Runs a Node script until its address answers HTTP, with any status; if it never does, the script's output is shown. */
export async function startServer(
  args: readonly string[],
  env: Record<string, string>,
  url: string,
): Promise<ServerProcess> {
  const child = spawn(process.execPath, args, { env: { ...process.env, ...env }, stdio: ["ignore", "pipe", "pipe"] });
  let output = "";
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (chunk) => (output = `${output}${chunk}`.slice(-4_000)));
  const until = Date.now() + PATIENCE_MS;
  // One that exited does not count as started, even if another process answers at its address.
  while (!(await answers(url)) || child.exitCode !== null) {
    if (child.exitCode !== null || Date.now() > until) {
      await stop(child);
      throw new Error(`${args.join(" ")} does not answer at ${url}:\n${output}`);
    }
    await sleep(POLL_MS);
  }
  return { stop: () => stop(child) };
}

async function answers(url: string): Promise<boolean> {
  try {
    const response = await fetch(url);
    await response.body?.cancel();
    return true;
  } catch {
    return false;
  }
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = once(child, "exit");
  child.kill();
  const kill = setTimeout(() => child.kill("SIGKILL"), 2_000);
  await exited;
  clearTimeout(kill);
}
