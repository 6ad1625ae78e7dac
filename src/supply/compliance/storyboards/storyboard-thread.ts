import { parentPort, workerData } from "node:worker_threads";
import type { AgentUnderTest, ThreadReport } from "./examination.ts";
import { takeOverNetwork } from "./thread-gateway.ts";

const examinee = workerData as AgentUnderTest;
const gateway = takeOverNetwork(examinee);
// Imported only now, so that the SDK captures our gateway if it captures `fetch` while loading.
const { gradeAgent } = await import("./grade-agent.ts");
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- the other side is a thread, not a window
const report = (one: ThreadReport) => parentPort?.postMessage(one);
const examination = await gradeAgent(examinee, gateway, (progress) => report({ kind: "progress", ...progress }));
report({ kind: "result", examination });
