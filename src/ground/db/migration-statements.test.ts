import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { statementsOf } from "./migration-statements.ts";

test.each([
  ["two", "select 1;\nselect 2;\n", ["select 1", "select 2"]],
  ["a comment with a semicolon", "-- one; two\nselect 1; -- the end;\n", ["-- one; two\nselect 1"]],
  ["a text with one", "select 'a;''b;' as \"c;d\"; select 2", ["select 'a;''b;' as \"c;d\"", "select 2"]],
  [
    "a body",
    "do $$ begin; 'it''s'; end $$; select $a$ $$; $a$;",
    ["do $$ begin; 'it''s'; end $$", "select $a$ $$; $a$"],
  ],
  ["a long comment", "/* a; ' b */ select 1;", ["/* a; ' b */ select 1"]],
  ["nothing", "-- nothing\n;;\n", []],
])("a text with %s is taken apart", (_, text, statements) => {
  expect(statementsOf(text)).toEqual(statements);
});

test("every statement of every migration begins as a statement does", () => {
  const folder = join(import.meta.dirname, "migrations");
  const begins =
    /^(?:--[^\n]*\n\s*)*(alter|analyze|call|comment|create|delete|do|drop|grant|insert|revoke|select|set|truncate|update|with)\b/i;
  const statements = readdirSync(folder).flatMap((name) => statementsOf(readFileSync(join(folder, name), "utf8")));
  expect(statements.length).toBeGreaterThan(500);
  expect(statements.filter((one) => !begins.test(one))).toEqual([]);
});
