import type { Json } from "../reference/index.ts";

/** The result of a request. */
export interface Called {
  /** The status that REST would have returned. */
  readonly status: number;
  readonly result: Json;
  /** The result as JSON, in parts, if it has been serialised before. */
  readonly text?: readonly (string | Uint8Array)[] | undefined;
}

/** How long a client may cache information about the server and its tools, which only changes with a release. */
export const FRESH_MS = 300_000;

export function answered(result: Json): Called {
  return { status: 200, result };
}
