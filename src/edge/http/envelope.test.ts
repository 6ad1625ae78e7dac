import { expect, test } from "vitest";
import { serialise, successOf, writtenParts } from "./envelope.ts";

const bodyOf = (data: unknown) =>
  JSON.parse(
    writtenParts(successOf(data, "req_1"))
      .map((part) => (typeof part === "string" ? part : Buffer.from(part).toString()))
      .join(""),
  );

test("data is written as it was serialised ahead, and an answer without data as null", () => {
  const data = { name: "Frühling", of: [1, null] };
  expect(serialise(data)).toBe(serialise(data));
  expect(bodyOf(data)).toMatchObject({ data, error: null });
  expect(serialise(undefined).toString()).toBe("null");
  expect(bodyOf(undefined)).toMatchObject({ data: null, error: null });
});
