import { PassThrough } from "node:stream";
import { expect, test } from "vitest";
import { type Format, print } from "./print.ts";
import { tableOf } from "./table.ts";

const bold = (text: string) => text;

async function printed(data: unknown, format: Format): Promise<string> {
  const out = new PassThrough() as unknown as NodeJS.WriteStream & PassThrough;
  await print(data, format, { out });
  return String((out as unknown as PassThrough).read() ?? "");
}

const CAMPAIGNS = {
  campaigns: [
    { id: "cmp_1", name: "Trailhead", budget: { total: "100.00", currency: "USD" }, mediaBuys: [{ id: 1 }] },
    { id: "cmp_2", name: "Sea, and sand", tags: ["a", "b"] },
  ],
  total: 2,
};

test("an answer has the same content in every format", async () => {
  expect(JSON.parse(await printed(CAMPAIGNS, "json"))).toEqual(CAMPAIGNS);
  expect(await printed(CAMPAIGNS, "yaml")).toContain("  - id: cmp_1\n    name: Trailhead\n");
  expect(await printed(CAMPAIGNS, "csv")).toBe(
    'id,name,budget.total,budget.currency,mediaBuys,tags\ncmp_1,Trailhead,100.00,USD,"[{""id"":1}]",\ncmp_2,"Sea, and sand",,,,"a, b"\n',
  );
  expect(await printed(CAMPAIGNS, "table")).toMatch(
    /^id +name +budget\.total.*\ncmp_1 +Trailhead +100\.00 +USD +1 entry/,
  );
  expect(await printed(undefined, "json")).toBe("");
});

test("a table is as wide as its terminal, and says what it omitted", () => {
  const wide = [{ id: 1, name: "n".repeat(80), note: "x".repeat(80), more: "y".repeat(30) }];
  const text = tableOf(wide, { width: 40, bold });
  for (const line of text.split("\n")) expect(line.length).toBeLessThanOrEqual(40);
  expect(text).toContain("more columns: -o json");
  expect(tableOf([], { width: 40, bold })).toBe("nothing found");
});

test("a single resource is shown line by line, and foreign text cannot move the cursor", () => {
  const text = tableOf({ id: 7, name: "a\u001b[2Jb\u0007\nc", lists: [] }, { width: 80, bold });
  expect(text).toBe("id     7\nname   ab c\nlists");
});
