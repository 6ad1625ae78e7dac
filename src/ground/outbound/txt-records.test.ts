import { expect, test } from "vitest";
import { type ResolveTxt, txtRecords } from "./txt-records.ts";

const failing =
  (code: string): ResolveTxt =>
  async () => {
    throw Object.assign(new Error(code), { code });
  };

test("a record in parts is one text, and each record is separate", async () => {
  expect(await txtRecords("named.example", async () => [["a long ", "record"], ["another"]])).toEqual([
    "a long record",
    "another",
  ]);
});

test.each(["ENODATA", "ENOTFOUND"])("a name without records has none, which is an answer: %s", async (code) => {
  expect(await txtRecords("named.example", failing(code))).toEqual([]);
});

test.each(["ETIMEOUT", "ESERVFAIL", "ECONNREFUSED"])("a name server that fails has not answered: %s", async (code) => {
  await expect(txtRecords("named.example", failing(code))).rejects.toMatchObject({ failure: "unreachable" });
});
