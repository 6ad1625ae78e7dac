import { readFileSync } from "node:fs";
import { access } from "node:fs/promises";
import { expect, test } from "vitest";

/** Whatever `docs/promises.md` says is tested, is tested by a file that exists. */
const page = readFileSync(new URL("../docs/promises.md", import.meta.url), "utf8");
const promises = page.split("\n").filter((line) => /^\| (?!Promise|---)/.test(line));
const cellsOf = (line: string) => line.split("|").map((cell) => cell.trim());

test("there are promises", () => expect(promises.length).toBeGreaterThan(20));

test.each(promises.map((line) => [cellsOf(line)[1] ?? "", line] as const))("%s", async (_, line) => {
  const [, , holders = "", figure = ""] = cellsOf(line);
  const files = [...holders.matchAll(/`([^`]+)`/g)].map(([, file = ""]) => file);
  expect(files.length > 0 || figure.includes("*not held yet*")).toBe(true);
  for (const file of files) {
    expect(file).toMatch(/\.test\.ts$|^bench\//);
    await access(new URL(`../${file}`, import.meta.url));
  }
});
