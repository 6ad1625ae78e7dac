import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { freePort } from "../free-port.ts";

/** Our server or worker as an operator starts it: a separate process that is configured by its environment. */
export interface ServerProcess {
  readonly url: string;
  readonly child: ChildProcess;
  /** Its standard output so far. */
  output(): string;
  stop(): Promise<void>;
}

const fileOf = (name: string) => fileURLToPath(new URL(`../../src/main/${name}.ts`, import.meta.url));

export async function startProcess(
  name: "server" | "worker",
  environment: Readonly<Record<string, string>>,
): Promise<ServerProcess> {
  const port = await freePort();
  const env = { ...process.env, PORT: String(port), ...environment };
  const child = spawn(process.execPath, [fileOf(name)], { env, stdio: ["ignore", "pipe", "pipe"] });
  const written: string[] = [];
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (chunk: Buffer) => void written.push(String(chunk)));
  const started: ServerProcess = {
    url: `http://127.0.0.1:${port}`,
    child,
    output: () => written.join(""),
    stop: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const exited = once(child, "exit");
      child.kill("SIGTERM");
      await exited;
    },
  };
  const ready =
    name === "server"
      ? () => fetch(`${started.url}/readyz`).then(({ ok }) => ok)
      : async () => started.output().includes('"working"');
  for (let tries = 0; tries < 2_000; tries++) {
    if (child.exitCode !== null) throw new Error(`the ${name} did not start: ${started.output()}`);
    if (await ready().catch(() => false)) return started;
    await sleep(100);
  }
  throw new Error(`the ${name} was not ready in time: ${started.output()}`);
}
