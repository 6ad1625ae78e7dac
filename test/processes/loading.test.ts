import { globSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { expect, test } from "vitest";

/** What is loaded at the start, and when: decisions 80 and 98. */
const ROOT = join(import.meta.dirname, "../..");
const STATIC = /^(?:import|export) (?!type\b)[^;]*?from "([^"]+)"/gm;

function importsOf(file: string): string[] {
  const text = readFileSync(join(ROOT, file), "utf8");
  return [...text.matchAll(STATIC)].map(([, to = ""]) =>
    to.startsWith(".") ? normalize(join(dirname(file), to)) : to,
  );
}

function reached(from: string, seen = new Set<string>()): ReadonlySet<string> {
  if (seen.has(from)) return seen;
  seen.add(from);
  if (from.startsWith("src/")) for (const to of importsOf(from)) reached(to, seen);
  return seen;
}

test.each(["@simplewebauthn/server", "nodemailer", "a2a-sdk-1", "yaml"])(
  "%s is loaded by whoever needs it first, and not by a start",
  (library) => {
    const files = globSync("src/**/*.ts", { cwd: ROOT }).filter((file) => !/\.(test|fixture)\.ts$/.test(file));
    expect(files.length).toBeGreaterThan(1_000);
    expect(files.filter((file) => importsOf(file).includes(library))).toEqual([]);
  },
);

test("a server launches its database before it loads the application", () => {
  const before = [...reached("src/main/loading/run-server.ts")].filter((file) => file.startsWith("src/"));
  expect(before).toContain("src/ground/db/embedded/start-embedded.ts");
  expect(before).not.toContain("src/main/compose.ts");
  expect(before.length).toBeLessThan(100);
});

test("the module pack is opened before anything else is loaded", () => {
  const first = [...reached("src/main/server.ts")].filter((file) => file.startsWith("src/"));
  expect(first.filter((file) => !file.startsWith("src/main/loading/"))).toEqual(["src/main/server.ts"]);
});
