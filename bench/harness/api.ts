import { openConnection, written } from "./connection.ts";

/** Calls operations with a key, and returns the data of the answers. */
export interface Api {
  // oxlint-disable-next-line typescript/no-explicit-any -- scenarios read answers without a schema, and fail if one is not as expected
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
