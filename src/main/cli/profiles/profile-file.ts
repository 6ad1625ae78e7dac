import { mkdir, readFile, rename, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { configFolder } from "./folders.ts";
import { NO_PROFILES, Profiles } from "./profile.ts";

const pathIn = (env: NodeJS.ProcessEnv) => join(configFolder(env), "profiles.json");

/** The logins on this machine. Throws if the file is invalid, or others could read it. */
export async function readProfiles(env: NodeJS.ProcessEnv): Promise<Profiles> {
  const path = pathIn(env);
  const found = await stat(path).catch(() => undefined);
  if (!found) return NO_PROFILES;
  if (process.platform !== "win32" && (found.mode & 0o077) !== 0)
    throw new Error(`${path} contains keys and others can read it: chmod 600 ${path}`);
  try {
    return Profiles.parse(JSON.parse(await readFile(path, "utf8")));
  } catch {
    throw new Error(`${path} cannot be read as profiles: repair it, or remove it and log in again`);
  }
}

/** Written to a temporary file and moved into place, so that readers always see a complete file. */
export async function writeProfiles(env: NodeJS.ProcessEnv, profiles: Profiles): Promise<void> {
  const path = pathIn(env);
  await mkdir(configFolder(env), { recursive: true, mode: 0o700 });
  const draft = `${path}.${process.pid}`;
  await writeFile(draft, `${JSON.stringify(profiles, null, 2)}\n`, { mode: 0o600 });
  await rename(draft, path);
}
