import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const read = (file: string) => readFileSync(join(import.meta.dirname, "..", file), "utf8");

test("CONTRIBUTING's example is code that the type checker reads, to the letter", () => {
  const [, block = ""] = /```ts\n(.*?)```/s.exec(read("CONTRIBUTING.md")) ?? [];
  const pieces = block
    .split("\n")
    .map((line) => line.replace(/^ {3}/, ""))
    .join("\n")
    .trim()
    .split("\n\n");
  expect(pieces.length).toBeGreaterThan(1);
  const source = read("src/demand/advertisers/buyer-api.ts");
  for (const piece of pieces) expect(source).toContain(piece.trim());
});
