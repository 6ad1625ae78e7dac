import { homedir } from "node:os";
import { join } from "node:path";

/** Where a person's settings and cache are stored (XDG Base Directory Specification 0.8). */
export function configFolder(env: NodeJS.ProcessEnv): string {
  return join(env["XDG_CONFIG_HOME"] || join(homedir(), ".config"), "interchange");
}

export function cacheFolder(env: NodeJS.ProcessEnv): string {
  return join(env["XDG_CACHE_HOME"] || join(homedir(), ".cache"), "interchange");
}
