import { expect, test } from "vitest";
import { violates } from "./violates.ts";

const refusedBy = (constraint?: string) => Object.assign(new Error("duplicate key"), { constraint });

test.each(["creatives_by_name", "creatives_by_name_102148"])(
  "%s is the constraint, on however many servers",
  (name) => {
    expect(violates(refusedBy(name), "creatives_by_name")).toBe(true);
  },
);

test.each([refusedBy("creatives_by_name_of"), refusedBy(), null, "creatives_by_name"])("%s is not", (error) => {
  expect(violates(error, "creatives_by_name")).toBe(false);
});
