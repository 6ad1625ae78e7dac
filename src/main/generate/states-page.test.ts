import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { lifecycles } from "../areas.ts";
import { statesPage } from "./states-page.ts";

const ROOT = join(import.meta.dirname, "../../..");

test("every table of states is listed by its area, and every state is told on the page and drawn", () => {
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
