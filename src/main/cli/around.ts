import type { Terminal } from "./output/print.ts";

/** Everything of a command that is not what was typed. */
export interface Around extends Terminal {
  readonly env: NodeJS.ProcessEnv;
  readonly stdin: NodeJS.ReadStream;
}
