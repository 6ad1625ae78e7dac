import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { openSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { MEMORY, SURROUNDINGS } from "../../bin/run.mjs";
import type { Usage } from "./usage.ts";

/** A Node.js process of our own that answers questions. */
export interface Child {
  readonly process: ChildProcess;
  ask<T>(question: string, about?: unknown): Promise<T>;
  usage(): Promise<Usage>;
  /** The last part of its output. */
  lastWords(): string;
  /** Asks it to exit, and waits until it has. */
  stop(): Promise<void>;
}

export interface ChildOptions {
  readonly env?: Readonly<Record<string, string>>;
  /** The folder in which it runs and writes its log. */
  readonly folder: string;
  readonly nodeFlags?: readonly string[];
}

const LAST_WORDS = 1_000;
let children = 0;
const USAGE = join(import.meta.dirname, "usage.ts");

/** Starts a file on this Node.js. Variables of our own settings are removed from its environment, whatever the shell contains. */
export function startChild(file: string, { env = {}, folder, nodeFlags = [] }: ChildOptions): Child {
  const printed = join(folder, `child-${++children}.log`);
  const log = openSync(printed, "a");
  // The flags with which `bin/run.mjs` launches it.
  const flags = ["--disable-warning=ExperimentalWarning", ...MEMORY, `--import=${USAGE}`, ...nodeFlags];
  const child = spawn(process.execPath, [...flags, file], {
    cwd: folder,
    env: {
      ...pick(process.env, ["PATH", "HOME", "TMPDIR", "LANG", "SystemRoot"]),
      NODE_ENV: "production",
      ...SURROUNDINGS,
      ...env,
    },
    stdio: ["ignore", log, log, "ipc"],
    serialization: "advanced",
  });
  const ended = once(child, "exit");
  const lastWords = () => readFileSync(printed, "utf8").slice(-LAST_WORDS);
  let last = 0;

  function ask<T>(question: string, about?: unknown): Promise<T> {
    const id = ++last;
    const { promise, resolve, reject } = Promise.withResolvers<T>();
    const hear = (said: { id?: number; answer?: T; error?: string }) => {
      if (said.id !== id) return;
      child.off("message", hear).off("exit", gone);
      if (said.error === undefined) resolve(said.answer as T);
      else reject(new Error(`${question}: ${said.error}`));
    };
    const gone = () => reject(new Error(`${basename(file)} ended before it answered ${question}: ${lastWords()}`));
    child.on("message", hear).on("exit", gone);
    child.send({ id, question, about }, (error) => error && reject(error));
    return promise;
  }

  const stop = async () => {
    if (child.exitCode === null && child.signalCode === null) {
      child.kill("SIGTERM");
      await ended;
    }
  };
  return { process: child, ask, usage: () => ask<Usage>("usage"), lastWords, stop };
}

function pick(from: NodeJS.ProcessEnv, names: readonly string[]): Record<string, string> {
  return Object.fromEntries(names.flatMap((name) => (from[name] === undefined ? [] : [[name, from[name]]])));
}
