import type { Terminal } from "./output/print.ts";

/** Everything that a command depends on apart from its arguments. */
export interface Around extends Terminal {
  readonly env: NodeJS.ProcessEnv;
  readonly stdin: NodeJS.ReadStream;
}
