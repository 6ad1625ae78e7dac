import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { moneyOf, readable } from "../../console/components/format.ts";
import { pseudo } from "../../console/messages/pseudo.ts";
import { wilson } from "../../console/sell/analytics/wilson.ts";
import { browserOf } from "../../console/settings/browser-of.ts";

const CONSOLE = join(import.meta.dirname, "../../console");
const sources = globSync("**/*.{ts,tsx}", { cwd: CONSOLE, exclude: ["dist/**"] }).map(
  (file) => [file, readFileSync(join(CONSOLE, file), "utf8")] as const,
);

describe("the console's sources", () => {
  test("contain no text outside the catalogue", () => {
    expect(sources.length).toBeGreaterThan(60);
    const said = sources
      .filter(([file]) => file.endsWith(".tsx"))
      .flatMap(([file, text]) => [
        ...[...text.matchAll(/<[\w.]+[^<>]*>\s*([A-Z][\w ,.']+)\s*</g)].map(([, words]) => `${file}: ${words}`),
        ...[...text.matchAll(/\b(?:aria-label|placeholder|title|label|head)="([A-Za-z][^"]+)"/g)].map(
          ([, words]) => `${file}: ${words}`,
        ),
      ]);
    expect(said).toEqual([]);
  });

  test("call the server through the client only, and never set markup", () => {
    const speaking = sources
      .filter(([, text]) => /\bfetch\(|XMLHttpRequest|EventSource\(/.test(text))
      .map(([file]) => file);
    expect(speaking).toEqual(["api/recorded.ts"]);
    expect(sources.filter(([, text]) => /dangerouslySetInnerHTML|innerHTML/.test(text))).toEqual([]);
  });

  test("import nothing from the server, and no desk imports another", () => {
    const desks = ["buy", "sell", "run"];
    const wrong = sources.flatMap(([file, text]) =>
      [...text.matchAll(/from "([^"]+)"/g)]
        .map(([, to = ""]) => to)
        .filter((to) => {
          const other = /^(?:\.\.\/)+(\w+)\//.exec(to)?.[1] ?? "";
          const isStrange =
            /\/src\//.test(to) ||
            (desks.includes(file.split("/")[0] ?? "") && desks.includes(other) && other !== file.split("/")[0]);
          return isStrange;
        })
        .map((to) => `${file} -> ${to}`),
    );
    expect(wrong).toEqual([]);
  });
});

test("a time within a sentence of the API is displayed as a time", () => {
  expect(readable("its flight begins at 2026-12-03T07:39:13.356Z")).toBe("its flight begins at 3 Dec 2026, 07:39 UTC");
});

test("an amount names its currency, and a sentence of the pseudo-locale is longer than it was", () => {
  expect(moneyOf(1234.5, "USD").replaceAll(/\s/g, " ")).toBe("USD 1,234.50");
  expect(pseudo("Campaigns").length).toBeGreaterThan("Campaigns".length * 1.3);
});

test("a browser is named as people name it, and an unknown one as it names itself", () => {
  const edge = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/143.0 Safari/537.36 Edg/143.0";
  const names = [edge, edge.replace(/ Edg.*/, ""), "curl/8.4", null].map(browserOf);
  expect(names).toEqual(["Edge on Windows", "Chrome on Windows", "curl/8.4", null]);
});

test("the pictures in the documents are small, and all of them are used", () => {
  const docs = join(CONSOLE, "../docs");
  const pictures = globSync("pictures/*", { cwd: docs });
  const text = readFileSync(join(docs, "console.md"), "utf8");
  expect(pictures.length).toBeGreaterThan(2);
  for (const picture of pictures) {
    expect([picture, text.includes(`(${picture})`)]).toEqual([picture, true]);
    expect(readFileSync(join(docs, picture)).byteLength).toBeLessThanOrEqual(150_000);
  }
});

test("a rate that is based on few cases has a wide interval", () => {
  expect(wilson(1, 2).high - wilson(1, 2).low).toBeGreaterThan(0.7);
  expect(wilson(500, 1_000).low).toBeGreaterThan(0.46);
  expect(wilson(0, 0)).toEqual({ low: 0, high: 1 });
});
