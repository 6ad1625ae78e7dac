/** Calls an operation and returns its `data`; throws `Refused` with the answer's own message. */
export type Api = <T = unknown>(method: "GET" | "POST" | "PUT" | "DELETE", path: string, body?: unknown) => Promise<T>;

export class Refused extends Error {
  readonly status: number;
  readonly code: string;

  constructor(call: string, status: number, code: string, message: string) {
    super(`${call} was refused with ${status} ${code}: ${message}`);
    this.status = status;
    this.code = code;
  }
}

/** The API as any client uses it: over HTTP, with a key. */
export function openApi(baseUrl: string, key: string): Api {
  return async <T>(method: string, path: string, body?: unknown) => {
    const answer = await fetch(`${baseUrl}/api/v2${path}`, {
      method,
      headers: { authorization: `Bearer ${key}`, "content-type": "application/json" },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const envelope = (await answer.json()) as { data: T; error: { code: string; message: string } | null };
    if (envelope.error)
      throw new Refused(`${method} ${path}`, answer.status, envelope.error.code, envelope.error.message);
    return envelope.data;
  };
}
