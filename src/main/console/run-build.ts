import { buildConsole } from "./build-console.ts";

/** After `npm ci`, and whenever somebody changed the console. Without it the server runs all the same, and says so at /console. */
try {
  if ((await buildConsole()) === "built") console.log("the console is built");
} catch (error) {
  console.warn(`the console was not built: ${error instanceof Error ? error.message : String(error)}`);
}
