import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, globSync, readFileSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";

const ROOT = join(import.meta.dirname, "../../..");
const BUILT = join(ROOT, "console/dist");
const STAMP = join(BUILT, ".built-of");

/** Builds the console, unless it has already been built from exactly these files. Needs the development dependencies. */
export async function buildConsole(): Promise<"built" | "unchanged"> {
  const inputs = hashOfInputs();
  if (existsSync(STAMP) && readFileSync(STAMP, "utf8") === inputs) return "unchanged";
  const build = [
    join(ROOT, "node_modules/vite/bin/vite.js"),
    "build",
    "--config",
    join(ROOT, "console/vite.config.ts"),
  ];
  // Built in a separate process, because bundling depends on this variable, which tests set differently.
  await promisify(execFile)(process.execPath, build, { env: { ...process.env, NODE_ENV: "production" } });
  await writeFile(STAMP, inputs);
  return "built";
}

/** The inputs of the build: the console, the client, and the versions of all bundled packages. */
function hashOfInputs(): string {
  const files = globSync(["console/**/*.{ts,tsx,css,html}", "packages/client/src/**/*.ts"], {
    cwd: ROOT,
    exclude: ["console/dist/**"],
  });
  const hash = createHash("sha256");
  for (const file of [...files, "package.json"].toSorted())
    hash.update(`${file}\0`).update(readFileSync(join(ROOT, file)));
  return hash.digest("hex");
}
