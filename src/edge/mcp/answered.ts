import type { Json } from "../reference/index.ts";

/** The result of a request. */
export interface Called {
  /** As REST would have answered. */
  readonly status: number;
  readonly result: Json;
  /** The result as JSON, in parts, where it was written before. */
  readonly text?: readonly (string | Uint8Array)[] | undefined;
}

/** How long a client may cache information about the server and its tools: it only changes with a release. */
export const FRESH_MS = 300_000;

export function answered(result: Json): Called {
  return { status: 200, result };
}
