import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { check } from "recheck";
import { parseSync } from "vite";
import { expect, test } from "vitest";
import { openVerdicts } from "./verdicts.ts";

const ROOT = join(import.meta.dirname, "../..");
/** A pattern that cannot be judged in this long is too hard to read, too. */
const JUDGING_MS = 120_000;

interface Pattern {
  readonly pattern: string;
  readonly flags: string;
}

/** Every regular expression literal in a file, and every one that it constructs, which cannot be checked. */
function patternsIn(file: string): { written: Pattern[]; made: string[] } {
  const text = readFileSync(join(ROOT, file), "utf8");
  const { program, errors } = parseSync(file, text, { lang: "ts" });
  expect(errors).toEqual([]);
  const written: Pattern[] = [];
  const made: string[] = [];
  const requestContext = (node: unknown): void => {
    if (typeof node !== "object" || node === null) return;
    const { type, regex, callee, start, end } = node as Readonly<Record<string, unknown>>;
    if (type === "Literal" && regex) written.push(regex as Pattern);
    if ((callee as { name?: string } | undefined)?.name === "RegExp")
      made.push(`${file}: ${text.slice(Number(start), Number(end))}`);
    Object.values(node).forEach(requestContext);
  };
  requestContext(program);
  return { written, made };
}

const files = globSync("src/**/*.ts", { cwd: ROOT }).filter((file) => !/\.(test|fixture)\.ts$/.test(file));
const found = files.map((file) => ({ file, ...patternsIn(file) }));
const patterns = new Map(
  found.flatMap(({ file, written }) =>
    written.map(({ pattern, flags }) => [`/${pattern}/${flags}`, { pattern, flags, file }] as const),
  ),
);

test("no regular expression takes longer than its input is long", { timeout: 1_200_000 }, async () => {
  // A search that finds nothing is a broken guard, not a clean tree.
  expect(patterns.size).toBeGreaterThan(150);
  const verdicts = await openVerdicts();
  const bad: string[] = [];
  for (const [literal, { pattern, flags, file }] of patterns) {
    if (verdicts.isSafe(literal)) continue;
    const { status } = await check(pattern, flags, { timeout: JUDGING_MS });
    if (status === "safe") verdicts.note(literal);
    else bad.push(`${file}: ${literal} is ${status}`);
  }
  await verdicts.save();
  expect(bad).toEqual([]);
});

test("no regular expression is put together as the server runs, where nothing checks it", () => {
  expect(found.flatMap(({ made }) => made)).toEqual([]);
});

test.each([
  "^\\uFEFF?\\s*(<\\?xml[^>]*>\\s*)?(<!--[\\s\\S]*?-->\\s*)*<VAST[\\s>]",
  "^[\\s>*+-]*\\**(block|review) (buyers|products)\\**:",
])("a pattern that once held the server is found: %s", async (pattern) => {
  expect(await check(pattern, "im", { timeout: JUDGING_MS })).toMatchObject({ status: "vulnerable" });
});
