import { readFileSync } from "node:fs";
import { join } from "node:path";
import { openProgram } from "./program.ts";

/** The entry point of the `interchange` command: runs what was typed, and reports the outcome by the exit code. */
const ROOT = join(import.meta.dirname, "../../..");
const typed = process.argv.slice(2);
const { version } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")) as { readonly version: string };
const around = { env: process.env, stdin: process.stdin, out: process.stdout, err: process.stderr };

// The reader of the output may stop early, as `head` does; that is not a failure.
process.stdout.on("error", (error: NodeJS.ErrnoException) => process.exit(error.code === "EPIPE" ? 0 : 1));

try {
  if (typed.length === 0) openProgram(version, around, typed).outputHelp();
  else await openProgram(version, around, typed).parseAsync(typed, { from: "user" });
} catch (error) {
  const [{ exitCodeOf }, { failureText }] = await Promise.all([
    import("./failures/exit-code.ts"),
    import("./failures/failure-text.ts"),
  ]);
  const text = failureText(error);
  if (text !== "") process.stderr.write(`${text}\n`);
  process.exitCode = exitCodeOf(error);
}
