import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openWorld, type World } from "../../../test/world.ts";
import { preparedQuery, preparedVariants } from "./prepared-query.ts";

let world: World;
beforeAll(async () => void (world = await openWorld()));
afterAll(() => world.close());

const echo = preparedQuery((db, asked: { readonly word: string | null; readonly number: number }) =>
  db.selectNoFrom([
    sql<string | null>`${asked.word}::text`.as("word"),
    sql<number>`${asked.number}::int`.as("number"),
    sql<string>`${"fixed"}::text`.as("fixed"),
  ]),
);

test("a question is asked with new values each time, and its own constants stay", async () => {
  const answers = await world.database.readInstallation(async (db) => [
    ...(await echo(db, { word: "one", number: 1 })),
    ...(await echo(db, { word: null, number: 2 })),
  ]);
  expect(answers).toEqual([
    { word: "one", number: 1, fixed: "fixed" },
    { word: null, number: 2, fixed: "fixed" },
  ]);
});

test("a question is built once", async () => {
  let built = 0;
  const counted = preparedQuery((db, asked: { readonly id: number }) => {
    built += 1;
    return db.selectFrom("customers").select("company").where("customer_id", "=", asked.id);
  });
  const { customerId } = await world.caller("BUYER", { company: "Acme" });
  await world.database.readInstallation(async (db) => {
    expect(await counted(db, { id: customerId })).toEqual([{ company: "Acme" }]);
    expect(await counted(db, { id: -1 })).toEqual([]);
  });
  expect(built).toBe(1);
});

test("a statement that varies is built once for each combination of values that are given, whatever they are", async () => {
  let built = 0;
  const found = preparedVariants((db, asked: { readonly id: number; readonly company?: string | undefined }) => {
    built += 1;
    const rows = db.selectFrom("customers").select("company").where("customer_id", "=", asked.id);
    return asked.company === undefined ? rows : rows.where("company", "=", asked.company);
  });
  const { customerId: id } = await world.caller("BUYER", { company: "Acme" });
  await world.database.readInstallation(async (db) => {
    expect(await found(db, { id })).toEqual([{ company: "Acme" }]);
    expect(await found(db, { id, company: undefined })).toEqual([{ company: "Acme" }]);
    expect(await found(db, { id, company: "Acme" })).toEqual([{ company: "Acme" }]);
    expect(await found(db, { id, company: "" })).toEqual([]);
    expect(await found(db, { id, company: "Other" })).toEqual([]);
  });
  expect(built).toBe(2);
});
