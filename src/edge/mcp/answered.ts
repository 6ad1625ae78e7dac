import type { Json } from "../reference/index.ts";

/** What a request came to. */
export interface Called {
  /** As REST would have answered. */
  readonly status: number;
  readonly result: Json;
}

/** How long a client may go by what it was told of the server and its tools: they change with a release alone. */
export const FRESH_MS = 300_000;

export function answered(result: Json): Called {
  return { status: 200, result };
}
