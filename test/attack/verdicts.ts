import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";

const FOLDER = join(import.meta.dirname, "../../node_modules/.cache");

/** Patterns that were judged before in this clone. */
interface Verdicts {
  isSafe(literal: string): boolean;
  note(literal: string): void;
  save(): Promise<void>;
}

/**
 * The same release of the judge says the same of a pattern every time, and needs some twenty seconds for all of them. Only what is
 * safe is kept; a fresh clone judges everything.
 */
export async function openVerdicts(folder = FOLDER): Promise<Verdicts> {
  const file = join(folder, `safe-patterns-${releaseOfJudge()}.json`);
  const before = new Set(await readStrings(file));
  const now = new Set<string>();
  return {
    isSafe: (literal) => {
      if (before.has(literal)) now.add(literal);
      return before.has(literal);
    },
    note: (literal) => void now.add(literal),
    async save() {
      await mkdir(folder, { recursive: true });
      const draft = `${file}.${process.pid}`;
      await writeFile(draft, JSON.stringify([...now].sort(), undefined, 1));
      await rename(draft, file);
    },
  };
}

function releaseOfJudge(): string {
  const { version } = createRequire(import.meta.url)("recheck/package.json") as { readonly version: string };
  return version;
}

async function readStrings(file: string): Promise<string[]> {
  const text = await readFile(file, "utf8").catch(() => "[]");
  return JSON.parse(text);
}
