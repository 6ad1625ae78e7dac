import { strToU8, zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { type FeedRead, readFeed } from "./read-feed.ts";
import { workbookOf } from "./workbook.fixture.ts";

const DEFAULTS = {
  collectionId: "c",
  collectionName: "C",
  formatOptions: "video_hosted",
  publisherProperties: "publisher.example",
};

function read(content: string | Uint8Array): FeedRead {
  const bytes = typeof content === "string" ? strToU8(content) : content;
  return readFeed({ content: bytes, defaults: DEFAULTS, options: {} });
}

function availsIn(content: string | Uint8Array) {
  const answer = read(content);
  if (answer.kind === "unreadable") throw new Error(answer.reason);
  return answer.reading.avails.map(({ availId, name, impressionsCapacity }) => [availId, name, impressionsCapacity]);
}

const AVAIL = ["a1", "Prime, late", 1_000];

describe("a feed as text", () => {
  test.each([
    ["commas", 'id,name,start,end,net_impressions\r\na1,"Prime, late",2026-06-01,2026-06-30,"1,000"\r\n'],
    ["semicolons", "id;name;start;end;net_impressions\na1;Prime, late;2026-06-01;2026-06-30;1 000"],
    ["tabs", "id\tname\tstart\tend\tnet_impressions\na1\tPrime, late\t2026-06-01\t2026-06-30\t1000\n\n"],
    ["a byte order mark", '\uFEFFid,name,start,end,net_impressions\na1,"Prime, late",2026-06-01,2026-06-30,1000'],
    ["JSON", '[{"id":"a1","name":"Prime, late","start":"2026-06-01","end":"2026-06-30","net_impressions":1000}]'],
    [
      "JSON in an object",
      '{"avails":[{"id":"a1","name":"Prime, late","start":"2026-06-01","end":"2026-06-30","net_impressions":1000}]}',
    ],
  ])("with %s is read", (_, text) => {
    expect(availsIn(text)).toEqual([AVAIL]);
  });

  test.each([
    ["an open quote", 'id,name\na,"open', "Quote"],
    ["JSON without rows", '{"a":1}', "without a list"],
    ["half JSON", '[{"id":', "not JSON"],
    ["another encoding", new Uint8Array([0x69, 0x64, 0x0a, 0xe4]), "UTF-8"],
    ["two bytes a letter", new Uint8Array([0xff, 0xfe, 0x69, 0x00]), "UTF-16"],
    ["the old binary kind", new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1]), "XLSX"],
  ])("with %s is refused, and says why", (_, content, reason) => {
    expect(read(content)).toEqual({ kind: "unreadable", reason: expect.stringContaining(reason) });
  });

  test("reports a wrong row by its number, and reads on", () => {
    const answer = read(
      "id,name,start,end,net_impressions\na,A,10/05/2026,2026-06-30,1\nb,B,2026-06-01,2026-06-30,2\n",
    );
    expect(answer).toMatchObject({
      reading: {
        avails: [{ availId: "b" }],
        rowCount: 2,
        rejectedRows: [{ rowNumber: 1, diagnostics: [{ field: "startTime", column: "start", value: "10/05/2026" }] }],
      },
    });
  });
});

describe("a spreadsheet", () => {
  const HEADER = ["id", "name", "start", "end", "net_impressions"];

  test("is read from its first sheet: texts, numbers, dates, and formulas by their results", () => {
    const sum = { formula: "SUM(A1:A9)", value: 1_000 };
    expect(availsIn(workbookOf([HEADER, ["a1", "Prime, late", 46_174, 46_203, sum], [], [null, null]]))).toEqual([
      AVAIL,
    ]);
  });

  test("does not unpack its macros and its links to other workbooks", () => {
    const bytes = workbookOf([HEADER, ["a1", "Prime, late", 46_174, 46_203, 1_000]], {
      "xl/vbaProject.bin": "Sub Auto_Open()",
      "xl/externalLinks/externalLink1.xml": "<externalLink",
    });
    expect(availsIn(bytes)).toEqual([AVAIL]);
  });

  test("that expands without end is refused before it has", () => {
    const bomb = zipSync({
      "xl/workbook.xml": strToU8("<workbook/>"),
      "xl/worksheets/sheet1.xml": new Uint8Array(170 * 1024 * 1024),
    });
    expect(bomb.length).toBeLessThan(1024 * 1024);
    expect(read(bomb)).toEqual({ kind: "unreadable", reason: expect.stringContaining("more than 160 MB") });
  });

  test.each([
    [
      "a document type with entities",
      { "xl/sharedStrings.xml": '<!DOCTYPE x [<!ENTITY a "b">]><sst/>' },
      "document type",
    ],
    ["half a sheet", { "xl/worksheets/avails.xml": "<worksheet><row>" }, "not valid XML"],
  ])("with %s is refused", (_, parts, reason) => {
    expect(read(workbookOf([HEADER], parts))).toEqual({ kind: "unreadable", reason: expect.stringContaining(reason) });
  });

  test.each([
    ["an archive of something else", zipSync({ "a.txt": strToU8("a") })],
    ["a cut one", workbookOf([HEADER]).slice(0, 200)],
  ])("that is %s is refused", (_, bytes) => {
    expect(read(bytes)).toMatchObject({ kind: "unreadable" });
  });
});

test("a hundred thousand rows are read in one go", () => {
  const rows = Array.from({ length: 100_000 }, (_, at) => `a${at},Avail ${at},2026-06-01,2026-06-30,${at}`);
  const answer = read(`id,name,start,end,net_impressions\n${rows.join("\n")}`);
  expect(answer).toMatchObject({ kind: "read", reading: { rowCount: 100_000, rejectedRowCount: 0 } });
});
