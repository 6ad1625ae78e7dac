import { readFileSync } from "node:fs";
import { rename, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";

const FILE = join(import.meta.dirname, "safe-patterns.json");

/** The patterns that a release of the judge has found safe, each as it is written in the source. */
export interface Verdicts {
  readonly judge: string;
  readonly safe: readonly string[];
}

/** What is committed, so that a fresh clone judges only what is new: the same release says the same of a pattern every time. */
export function readVerdicts(file = FILE): Verdicts {
  return JSON.parse(readFileSync(file, "utf8"));
}

/** Verdicts of another release count for nothing, and with `JUDGE_PATTERNS=all` none does. */
export function believed({ judge, safe }: Verdicts, all = process.env.JUDGE_PATTERNS === "all"): ReadonlySet<string> {
  return new Set(!all && judge === releaseOfJudge() ? safe : []);
}

/** In an order that does not depend on where in the source they are. */
export function verdictsOn(safe: Iterable<string>): Verdicts {
  return { judge: releaseOfJudge(), safe: [...safe].sort() };
}

export async function saveVerdicts(verdicts: Verdicts, file = FILE): Promise<void> {
  const draft = `${file}.${process.pid}`;
  await writeFile(draft, `${JSON.stringify(verdicts, undefined, 2)}\n`);
  await rename(draft, file);
}

function releaseOfJudge(): string {
  const { version } = createRequire(import.meta.url)("recheck/package.json") as { readonly version: string };
  return version;
}
