import type { Terminal } from "./output/print.ts";

/** Everything that a command depends on apart from its arguments. */
export interface CommandEnvironment extends Terminal {
  readonly env: NodeJS.ProcessEnv;
  readonly stdin: NodeJS.ReadStream;
}
