import { buildConsole } from "./build-console.ts";

/**
 * Runs after `npm ci`, and has to be run whenever the console has been changed. Without a built console the server still runs, and says so
 * at /console.
 */
try {
  if ((await buildConsole()) === "built") console.log("the console is built");
} catch (error) {
  console.warn(`the console was not built: ${error instanceof Error ? error.message : String(error)}`);
}
