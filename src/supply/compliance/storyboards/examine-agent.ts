import { Worker } from "node:worker_threads";
import { threadEnvironment } from "../../../ground/workers/index.ts";
import type { AgentUnderTest, Examination, StoryboardProgress, ThreadReport } from "./examination.ts";

/** In megabytes. The SDK's schemas are large, and an agent whose answers never end must not bring down the whole process. */
const HEAP = { maxOldGenerationSizeMb: 1_024 };

/**
 * Tests an agent in a separate thread, because the runner compiles for seconds, logs whatever it likes and never ends
 * by itself. The thread has neither our environment nor a database, and is stopped when its time is up; the agent then
 * counts as unreachable. `tell` is called after each storyboard.
 */
export async function examineAgent(
  examinee: AgentUnderTest,
  mostMs: number,
  tell: (progress: StoryboardProgress) => void = () => {},
): Promise<Examination> {
  const thread = new Worker(new URL("./storyboard-thread.ts", import.meta.url), {
    workerData: examinee,
    env: threadEnvironment(),
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

const LATE = "the storyboards did not come to an end in time";
