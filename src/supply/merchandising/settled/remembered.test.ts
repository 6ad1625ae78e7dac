import { expect, test } from "vitest";
import type { Database } from "../../../ground/db/index.ts";
import { rememberedOf } from "./remembered.ts";

/** Reads both, and returns which of them were read anew. */
function reader() {
  // Only used as a key here.
  const database = {} as Database;
  return async (version: string) => {
    const read: string[] = [];
    const { settled, learnt } = rememberedOf(database, { storefrontId: 1, version });
    const noted = (what: string) => async () => read.push(what);
    await Promise.all([settled("it", noted("settled")), learnt("it", noted("learnt"))]);
    return read;
  };
}

test("settings are remembered while more is learnt from runs, but what was learnt is not", async () => {
  const anewAt = reader();
  expect(await anewAt("a 1")).toEqual(["settled", "learnt"]);
  expect(await anewAt("a 1")).toEqual([]);
  expect(await anewAt("a 2")).toEqual(["learnt"]);
  expect(await anewAt("b 2")).toEqual(["settled", "learnt"]);
});

test("a version of one word, as a distributed database has it, stands for both", async () => {
  const anewAt = reader();
  expect(await anewAt("one")).toEqual(["settled", "learnt"]);
  expect(await anewAt("two")).toEqual(["settled", "learnt"]);
});
