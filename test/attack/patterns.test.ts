import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { check } from "recheck";
import { parseSync } from "vite";
import { expect, test } from "vitest";
import { believed, readVerdicts, saveVerdicts, verdictsOn } from "./verdicts.ts";

const ROOT = join(import.meta.dirname, "../..");
/** A pattern that cannot be judged in this long is too hard to read, too. */
const JUDGING_MS = 120_000;

/** What to do where the patterns in the source and the committed ones differ. */
const NOT_COMMITTED =
  "test/attack/safe-patterns.json is out of date: run test/attack/patterns.test.ts without CI, which writes it, and commit it";

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
const patterns = new Map<string, Pattern & { readonly file: string }>(
  found.flatMap(({ file, written }) =>
    written.map(({ pattern, flags }) => [`/${pattern}/${flags}`, { pattern, flags, file }] as const),
  ),
);

const committed = readVerdicts();

test("no regular expression takes longer than its input is long", { timeout: 1_200_000 }, async () => {
  // A search that finds nothing is a broken guard, not a clean tree.
  expect(patterns.size).toBeGreaterThan(150);
  const safe = believed(committed);
  const bad: string[] = [];
  for (const [literal, { pattern, flags, file }] of patterns) {
    if (safe.has(literal)) continue;
    const { status } = await check(pattern, flags, { timeout: JUDGING_MS });
    if (status !== "safe") bad.push(`${file}: ${literal} is ${status}`);
  }
  expect(bad).toEqual([]);
  const verdicts = verdictsOn(patterns.keys());
  if (isDeepStrictEqual(verdicts, committed)) return;
  // Nobody would commit what CI has written.
  if (!process.env.CI) await saveVerdicts(verdicts);
  process.stderr.write(`${NOT_COMMITTED}\n`);
});

test("what was found safe is of the judge's present release, and still written somewhere", () => {
  const { judge, safe } = readVerdicts();
  expect(judge, NOT_COMMITTED).toBe(verdictsOn([]).judge);
  expect(
    safe.filter((literal) => !patterns.has(literal)),
    NOT_COMMITTED,
  ).toEqual([]);
});

test("a verdict counts only for the release that gave it, and not if all are to be judged", () => {
  const { judge } = verdictsOn([]);
  expect([...believed({ judge, safe: ["/a/"] }, false)]).toEqual(["/a/"]);
  expect([...believed({ judge: `${judge}-1`, safe: ["/a/"] }, false)]).toEqual([]);
  expect([...believed({ judge, safe: ["/a/"] }, true)]).toEqual([]);
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
