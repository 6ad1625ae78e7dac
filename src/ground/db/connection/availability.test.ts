import { expect, test } from "vitest";
import { awayOf } from "./availability.ts";

const failed = (syscall: string, code: string) => Object.assign(new Error(`${syscall} ${code}`), { syscall, code });

test.each([
  ["refuses the connection", failed("connect", "ECONNREFUSED")],
  ["has no socket any more", failed("connect", "ENOENT")],
  ["has too many waiting at its socket", failed("connect", "EAGAIN")],
])("a database that %s is away", (_, error) => {
  expect(awayOf(error)).toMatchObject({ condition: "unreachable", details: { reason: "database_unreachable" } });
});

test("a file that is missing is no database that is away", () => {
  expect(awayOf(failed("open", "ENOENT"))).toBeUndefined();
});
