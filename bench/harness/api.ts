import { openConnection, written } from "./connection.ts";

/** Calls an operation with a key, and answers its data. */
export interface Api {
  // oxlint-disable-next-line typescript/no-explicit-any -- a scenario reads the answer as it hopes it is; what it hopes wrongly, it stumbles over
  call(method: "GET" | "POST", path: string, body?: unknown): Promise<any>;
  close(): void;
}

/** Paths are below `/api/v2`. */
export async function openApi(origin: string, key: string): Promise<Api> {
  const connection = await openConnection(origin);
  return {
    close: connection.close,
    async call(method, path, body) {
      const reply = await connection.send(written({ method, path: `/api/v2${path}`, key, body }));
      const { data, error } = JSON.parse(Buffer.from(reply.body, "latin1").toString());
      if (error) throw new Error(`${method} ${path}: ${reply.status} ${error.message}`);
      return data;
    },
  };
}
