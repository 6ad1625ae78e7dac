import { getCompileCacheDir } from "node:module";
import { dirname } from "node:path";
import { Worker } from "node:worker_threads";
import type { Examination, Examinee, StoryboardProgress, ThreadReport } from "./examination.ts";

/** In megabytes: the SDK's schemas are large, and an agent that answers without end must not take the process along. */
const HEAP = { maxOldGenerationSizeMb: 1_024 };

/**
 * Tests an agent in a separate thread: the runner compiles for seconds, logs whatever it likes and never ends by
 * itself. The thread has neither our environment nor a database, and is stopped when its time is over: the agent then
 * counts as unreachable. `tell` hears of each storyboard that has run.
 */
export async function examineAgent(
  examinee: Examinee,
  mostMs: number,
  tell: (progress: StoryboardProgress) => void = () => {},
): Promise<Examination> {
  const thread = new Worker(new URL("./storyboard-thread.ts", import.meta.url), {
    workerData: examinee,
    env: compiled(),
    resourceLimits: HEAP,
    stdout: true,
    stderr: true,
  });
  thread.stdout.resume();
  thread.stderr.resume();
  const { promise, resolve, reject } = Promise.withResolvers<Examination>();
  const late = setTimeout(() => resolve({ kind: "unreachable", message: LATE }), mostMs);
  thread.on("message", (report: ThreadReport) => {
    if (report.kind === "result") resolve(report.examination);
    else tell({ done: report.done, total: report.total });
  });
  thread.once("error", reject);
  thread.once("exit", () => reject(new Error("the storyboards ended without a result")));
  try {
    return await promise;
  } finally {
    clearTimeout(late);
    await thread.terminate();
  }
}

/** Where it finds the SDK compiled, if this process keeps that: a third of what a thread costs is compiling it. */
function compiled(): Readonly<Record<string, string>> {
  // Node answers the folder of its own version in the one that it was given.
  const folder = getCompileCacheDir();
  return folder === undefined ? {} : { NODE_COMPILE_CACHE: dirname(folder) };
}

const LATE = "the storyboards did not come to an end in time";
