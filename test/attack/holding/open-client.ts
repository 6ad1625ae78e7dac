import { once } from "node:events";
import { Worker } from "node:worker_threads";

export interface Asked {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | undefined;
}

/** Sends one request at a time, and returns the status of its answer; 0 if the connection was closed without one. */
export interface Client {
  send(asked: Asked): Promise<number>;
  close(): Promise<unknown>;
}

/**
 * A client in a thread of its own, so that what it takes to send a request and to read its answer does not count as
 * the server's.
 */
export function openClient(port: number): Client {
  const thread = new Worker(new URL("./client-thread.ts", import.meta.url), { workerData: { port } });
  return {
    async send(asked) {
      const answered = once(thread, "message");
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
      thread.postMessage(asked);
      const [status] = (await answered) as [number];
      return status;
    },
    close: () => thread.terminate(),
  };
}
