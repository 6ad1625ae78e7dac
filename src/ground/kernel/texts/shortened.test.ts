import { expect, test } from "vitest";
import { NotFound } from "../errors.ts";
import { shortened } from "./shortened.ts";

test("what is not too long is not changed", () => {
  const message = "x".repeat(4_000);
  expect(shortened(message)).toBe(message);
});

test("what is too long keeps its beginning and its end", () => {
  const message = shortened(`there is no product ${"p".repeat(900_000)}: call get_products`);
  expect(message).toHaveLength(4_000);
  expect(message).toMatch(/^there is no product p+…p+: call get_products$/);
});

test.each([0, 1])("no character is halved", (before) => {
  const message = shortened(`${"a".repeat(before)}${"🎬".repeat(5_000)}`);
  expect([message.isWellFormed(), message.length]).toEqual([true, 4_000]);
});

test("errors that a caller may see are shortened", () => {
  expect(new NotFound(`no campaign ${"c".repeat(100_000)}`).message).toHaveLength(4_000);
});
