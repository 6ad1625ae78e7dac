import { expect, test } from "vitest";
import { csvFile } from "./csv-file.ts";

test("a cell that a spreadsheet would run stays a text", () => {
  const cells = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "a=1"];
  expect(
    csvFile(
      ["name"],
      cells.map((cell) => [cell]),
    ),
  ).toBe("name\r\n'=1+1\r\n'+1\r\n'-1\r\n'@SUM(A1)\r\n'\t=1\r\na=1\r\n");
});

test("quotes, commas and line ends stay inside their cell; numbers stay numbers, nothing stays empty", () => {
  expect(csvFile(["a", "b", "c"], [['say "hi", then\nleave', -1.5, null]])).toBe(
    'a,b,c\r\n"say ""hi"", then\nleave",-1.5,\r\n',
  );
});
