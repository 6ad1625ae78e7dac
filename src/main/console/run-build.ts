import { buildConsole } from "./build-console.ts";

/** After `npm ci`, and whenever the console was changed. The server runs without it, and says so at /console. */
try {
  if ((await buildConsole()) === "built") console.log("the console is built");
} catch (error) {
  console.warn(`the console was not built: ${error instanceof Error ? error.message : String(error)}`);
}
