import { expect, test } from "vitest";
import { serialise, successOf, writtenParts } from "./envelope.ts";

const bodyOf = async (data: unknown) => {
  const parts = await writtenParts(successOf(data, "req_1"));
  return JSON.parse(Buffer.concat(parts.map((part) => Buffer.from(part))).toString());
};

test("data is written as it was serialised ahead, and an answer without data as null", async () => {
  const data = { name: "Frühling", of: [1, null] };
  expect(serialise(data)).toBe(serialise(data));
  expect(await bodyOf(data)).toMatchObject({ data, error: null });
  expect(serialise(undefined).toString()).toBe("null");
  expect(await bodyOf(undefined)).toMatchObject({ data: null, error: null });
});

test("data that several requests share is serialised once", async () => {
  let times = 0;
  const item = { toJSON: () => ({ nth: ++times }) };
  const data = { items: [item], total: 1 };
  const bodies = await Promise.all([bodyOf(data), bodyOf(data), bodyOf(data)]);
  expect(bodies.map((one) => one.data.items)).toEqual([[{ nth: 1 }], [{ nth: 1 }], [{ nth: 1 }]]);
});
