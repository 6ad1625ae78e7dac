import { parentPort, workerData } from "node:worker_threads";
import type { Examinee } from "./examination.ts";
import { takeOverNetwork } from "./thread-gateway.ts";

const examinee = workerData as Examinee;
const gateway = takeOverNetwork(examinee);
// Only now: whatever the SDK captures while loading, it captures our gateway.
const { gradeAgent } = await import("./grade-agent.ts");
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- the other side is a thread, not a window
parentPort?.postMessage(await gradeAgent(examinee, gateway));
