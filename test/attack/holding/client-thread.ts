import { request } from "node:http";
import { parentPort, workerData } from "node:worker_threads";
import type { Asked } from "./open-client.ts";

/** A thread that sends each request that it is given, and posts the status of the answer once it has all of it. */
const { port } = workerData as { readonly port: number };

parentPort?.on("message", ({ method, path, headers, body }: Asked) => {
  let status = 0;
  const sending = request({ host: "127.0.0.1", port, method, path, headers, agent: false }, (answer) => {
    status = answer.statusCode ?? 0;
    answer.resume();
  });
  // A body that is too long is refused while it is still being sent.
  sending.on("error", () => undefined);
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
  sending.once("close", () => parentPort?.postMessage(status));
  sending.end(body);
});
