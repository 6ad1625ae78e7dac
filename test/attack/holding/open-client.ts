import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { Worker } from "node:worker_threads";
import type { World } from "../../world.ts";

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
 * the server's. The world listens from then on.
 */
export async function openClient({ app }: World): Promise<Client> {
  await app.listen({ host: "127.0.0.1", port: 0 });
  const { port } = app.server.address() as AddressInfo;
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
