import { expect, test } from "vitest";
import { batchLoader } from "./batch-loader.ts";

test("all who ask in one turn are answered by one look, each with its own", async () => {
  const looks: (readonly number[])[] = [];
  const squareOf = batchLoader(async (numbers: readonly number[]) => {
    looks.push(numbers);
    return new Map(numbers.filter((number) => number > 0).map((number) => [number, number ** 2]));
  });
  expect(await Promise.all([squareOf(2), squareOf(3), squareOf(2), squareOf(-1)])).toEqual([4, 9, 4, undefined]);
  expect(await squareOf(4)).toBe(16);
  expect(looks).toEqual([[2, 3, -1], [4]]);
});

test("a look that fails does so for those who asked in its turn alone", async () => {
  let failing = true;
  const echo = batchLoader(async (words: readonly string[]) => {
    if (failing) throw new Error("away");
    return new Map(words.map((word) => [word, word]));
  });
  const [one, other] = await Promise.allSettled([echo("one"), echo("other")]);
  expect([one?.status, other?.status]).toEqual(["rejected", "rejected"]);
  failing = false;
  expect(await echo("one")).toBe("one");
});
