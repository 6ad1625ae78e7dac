import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { lifecycles } from "../areas.ts";
import { statesPage } from "./states-page.ts";

/** Columns whose states are not controlled by a table of ours, and why. */
const NOT_OURS: Readonly<Record<string, string>> = {
  "pending_creatives pending_start active paused completed rejected canceled":
    "AdCP's: a trial stands as its caller says",
  "success error warning info": "how a logged call ended, which does not change",
  "resolved no_adagents invalid error pending": "what a publisher's file says, told anew each time",
  "authorized unauthorized unknown": "the same",
  "passing degraded failing": "the registry's: an agent stands as that says",
};

const ROOT = join(import.meta.dirname, "../../..");

test("every table of states is listed by its area, and every state is on the page and in its diagram", () => {
  const sources = globSync("src/**/*.ts", { cwd: ROOT }).filter((file) => !file.endsWith(".test.ts"));
  const declared = sources.flatMap(
    (file) => readFileSync(join(ROOT, file), "utf8").match(/^export const \w+ = lifecycle[(<]/gm) ?? [],
  );
  expect(declared.length).toBeGreaterThan(10);
  expect(lifecycles).toHaveLength(declared.length);
  const page = statesPage(lifecycles);
  for (const { noun, states, unused = [] } of lifecycles) {
    const section = page.split("\n## ").find((part) => part.toLowerCase().startsWith(`${noun.toLowerCase()}\n`)) ?? "";
    for (const state of Object.keys(states).filter((one) => !unused.includes(one))) {
      expect(section).toContain(`| \`${state}\` |`);
      expect(section).toMatch(new RegExp(`--> ${state}(:|$)`, "m"));
    }
  }
});

const CHECKED_STATES = /\bcheck \(\s*(\w*(?:status|state|standing)) in\s+\(([^)]*)\)\)/g;

test("every column of states in the database has a table of them, or a reason", () => {
  const statements = globSync("src/ground/db/migrations/*.sql", { cwd: ROOT })
    .toSorted()
    .flatMap((file) => readFileSync(join(ROOT, file), "utf8").split(";"));
  // A later migration may replace the check of a column.
  const columns = new Map<string, string>();
  for (const statement of statements)
    for (const [, column, list = ""] of statement.matchAll(CHECKED_STATES))
      columns.set(`${/\btable (\w+)/.exec(statement)?.[1]}.${column}`, list);
  expect(columns.size).toBeGreaterThan(20);
  const known = new Set(lifecycles.map(({ states }) => Object.keys(states).toSorted().join(" ")));
  const reasons = new Set(Object.keys(NOT_OURS).map((states) => states.split(" ").toSorted().join(" ")));
  const lost = [...columns]
    .map(([column, list]) => ({ column, states: list.match(/\w+/g)?.toSorted().join(" ") ?? "" }))
    .filter(({ states }) => !known.has(states) && !reasons.has(states));
  expect(lost).toEqual([]);
});

const NOUNS =
  "buy|part|leg|order|change|callback|delivery|subscription|source|module|item|task|creative|campaign|credential|booking|showing|sync";
const WRITTEN_BY_HAND = [
  /\.set\(\{[^{}]*\b(?:status|state|standing): "/,
  /\bupdate \w+ set\b(?:(?!\bwhere\b)[^`;])*?\b(?:status|state|standing) = '/,
  new RegExp(`\\{ \\.\\.\\.(?:${NOUNS})\\b[^{}]*\\b(?:status|state|standing): "`),
];

/** Places that assume a noun to be in a state, for a question or a preview, without writing it. */
const ONLY_IMAGINED = [
  "src/demand/media-buys/operations/propose.ts",
  "src/supply/creatives/reviews/decide-review.ts",
  "src/supply/modular/trafficking/carry-out.ts",
];

test("no state is written except through its table", () => {
  const sources = globSync("src/**/*.ts", { cwd: ROOT }).filter((file) => !/\.(test|fixture|gen)\.ts$/.test(file));
  const byHand = sources.filter((file) => {
    const text = readFileSync(join(ROOT, file), "utf8");
    return WRITTEN_BY_HAND.some((pattern) => pattern.test(text));
  });
  expect(byHand.toSorted()).toEqual(ONLY_IMAGINED);
});
