import { expect, test } from "vitest";
import { safeParse, toJSONSchema } from "zod/v4/core";
import type { Operation } from "../../src/ground/kernel/operation.ts";
import { operations } from "../../src/main/areas.ts";

const PAGING = ["take", "skip", "limit", "offset", "days", "groupLimit", "groupOffset", "productsPerGroup"];

interface Bound {
  readonly name: string;
  readonly minimum?: number;
  readonly maximum?: number;
}

function boundsOf({ query }: Operation): Bound[] {
  if (!query) return [];
  const { properties = {} } = toJSONSchema(query, { io: "input", unrepresentable: "any" });
  return Object.entries(properties)
    .filter(([name]) => PAGING.includes(name))
    .map(([name, field]) => ({ name, ...(field as Omit<Bound, "name">) }));
}

const messageOf = ({ query }: Operation, name: string, value: number) =>
  query &&
  safeParse(query, { [name]: String(value) })
    .error?.issues.filter(({ path }) => path[0] === name)
    .map(({ message }) => message)
    .join();

const paged = operations.filter((op) => boundsOf(op).length > 0);

test("there are lists to page through", () => {
  expect(paged.length).toBeGreaterThan(25);
});

test.each(paged.map((op) => [op.id, op] as const))("%s refuses a page beyond a bound, naming the bound", (_, op) => {
  for (const { name, minimum = 0, maximum = 0 } of boundsOf(op)) {
    expect([name, messageOf(op, name, minimum - 1)]).toEqual([name, `${name} must be at least ${minimum}`]);
    const isBounded = maximum < Number.MAX_SAFE_INTEGER;
    const above = isBounded ? messageOf(op, name, maximum + 1) : `${name} must be at most ${maximum}`;
    expect([name, above]).toEqual([name, `${name} must be at most ${maximum}`]);
    expect([name, messageOf(op, name, 1.5)]).toEqual([name, `${name} must be a whole number`]);
  }
});
