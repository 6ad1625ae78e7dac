import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, globSync, readFileSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";

const ROOT = join(import.meta.dirname, "../../..");
const BUILT = join(ROOT, "site/dist");
const STAMP = join(BUILT, ".built-of");

/** Builds the documentation site that the server shows, unless it has already been built from exactly these files. */
export async function buildDocs(): Promise<"built" | "unchanged"> {
  const inputs = hashOfInputs();
  if (existsSync(STAMP) && readFileSync(STAMP, "utf8") === inputs) return "unchanged";
  await runBuild([BUILT]);
  await writeFile(STAMP, inputs);
  return "built";
}

/** Builds the site for a web host, in a folder for this release; the folders of earlier releases are kept. */
export async function buildRelease(folder: string): Promise<void> {
  await runBuild([folder, "--release"]);
}

/** Runs in a separate process, because the generator depends on its working directory. */
async function runBuild(given: readonly string[]): Promise<void> {
  await promisify(execFile)(process.execPath, [join(ROOT, "site/build.ts"), ...given], { cwd: ROOT });
}

/** The inputs of the build: the documents, the frame around them, and the sources of the reference pages. */
function hashOfInputs(): string {
  const files = globSync(
    ["docs/**/*.{md,yaml,svg}", "site/**/*.{ts,css}", "src/edge/reference/{pages,capabilities}/**/*.ts"],
    { cwd: ROOT, exclude: ["site/dist/**"] },
  );
  const hash = createHash("sha256");
  for (const file of [...files, "package.json"].toSorted())
    hash.update(`${file}\0`).update(readFileSync(join(ROOT, file)));
  return hash.digest("hex");
}
