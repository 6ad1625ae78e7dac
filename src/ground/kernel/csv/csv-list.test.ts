import { expect, test } from "vitest";
import { csvPageOf, ROWS_A_PAGE } from "./csv-list.ts";

test("a full page says where the next one begins, and a page that is not full is the last", () => {
  const rows = Array.from({ length: ROWS_A_PAGE }, (_, n) => ({ id: n }));
  const page = (some: typeof rows) =>
    csvPageOf(
      some,
      ({ id }) => [id, "x"],
      ({ id }) => id,
    );
  expect(page(rows)).toMatchObject({ next: String(ROWS_A_PAGE - 1) });
  expect(page(rows.slice(1)).next).toBeUndefined();
  expect(page([])).toEqual({ lines: [], next: undefined });
});
