import { expect, test } from "vitest";
import { violates } from "./violates.ts";

const refusedBy = (constraint?: string, message = "refused") => Object.assign(new Error(message), { constraint });
const SAID = 'duplicate key value violates unique constraint "creatives_by_name_102148"';

test.each([
  ["the constraint itself", refusedBy("creatives_by_name")],
  ["that of a part", refusedBy("creatives_by_name_102148")],
  ["that which a worker's message names", refusedBy(undefined, SAID)],
])("%s is violated", (_, error) => {
  expect(violates(error, "creatives_by_name")).toBe(true);
});

test.each([refusedBy("creatives_by_name_of", SAID), refusedBy(), null, "creatives_by_name"])("%s is not", (error) => {
  expect(violates(error, "creatives_by_name")).toBe(false);
});
