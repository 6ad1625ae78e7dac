import { getCompileCacheDir } from "node:module";
import { dirname } from "node:path";

/**
 * All that a thread is told of our environment: where Node.js keeps what it has compiled, if it does. To strip types and compile again is more
 * than half of what a thread costs until it works.
 */
export function threadEnvironment(): Readonly<Record<string, string>> {
  // Node.js returns the folder for its own version, which lies within the one that it was given.
  const folder = getCompileCacheDir();
  return folder === undefined ? {} : { NODE_COMPILE_CACHE: dirname(folder) };
}
