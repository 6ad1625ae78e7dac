import { SaxesParser, type SaxesTagPlain } from "saxes";
import type { RawRow } from "./columns.ts";
import { UnreadableFeed } from "./feed-reading.ts";
import { namesOf } from "./separated-values.ts";
import { openWorkbook } from "./workbook.ts";

/** More columns than any header has. */
const MOST_COLUMNS = 256;
const MOST_SHARED_TEXTS = 2_000_000;

/**
 * Reads the rows of a workbook's first sheet, keyed by the names in its first row. A formula counts as its last
 * calculated value.
 */
export function readSpreadsheet(bytes: Uint8Array, take: (row: RawRow) => void): void {
  const parts = openWorkbook(bytes);
  const sheet = parts.get(firstSheetOf(parts));
  if (!sheet) throw new UnreadableFeed("it has no sheet");
  const texts = sharedTextsIn(parts.get("xl/sharedStrings.xml") ?? []);
  let names: readonly (string | undefined)[] | undefined;
  readRows(sheet, texts, (cells) => {
    if (cells.every((cell) => cell === undefined || cell === "")) return;
    if (!names) names = namesOf(cells);
    else take(rowBy(names, cells));
  });
}

function rowBy(names: readonly (string | undefined)[], cells: readonly unknown[]): RawRow {
  return Object.fromEntries(
    names.flatMap((name, at) => (name === undefined || cells[at] === undefined ? [] : [[name, cells[at]]])),
  );
}

/** The path of the first sheet in the workbook's list. */
function firstSheetOf(parts: ReadonlyMap<string, readonly Uint8Array[]>): string {
  let relation: string | undefined;
  parse(parts.get("xl/workbook.xml") ?? [], {
    open: ({ name, attributes }) => {
      if (local(name) === "sheet") relation ??= attributes["r:id"] ?? attributes["id"];
    },
  });
  let target: string | undefined;
  parse(parts.get("xl/_rels/workbook.xml.rels") ?? [], {
    open: ({ attributes }) => {
      if (attributes.Id !== undefined && attributes.Id === relation && attributes.TargetMode !== "External")
        target = attributes.Target;
    },
  });
  const path = target?.startsWith("/") ? target.slice(1) : `xl/${target ?? "worksheets/sheet1.xml"}`;
  return parts.has(path) ? path : "xl/worksheets/sheet1.xml";
}

function sharedTextsIn(pieces: readonly Uint8Array[]): readonly string[] {
  const texts: string[] = [];
  let [current, isText, phonetic] = ["", false, false];
  parse(pieces, {
    open: ({ name }) => {
      const tag = local(name);
      if (tag === "si") current = "";
      if (tag === "rPh") phonetic = true;
      if (tag === "t") isText = true;
    },
    text: (text) => {
      if (isText && !phonetic) current += text;
    },
    close: ({ name }) => {
      const tag = local(name);
      if (tag === "t") isText = false;
      if (tag === "rPh") phonetic = false;
      if (tag === "si") texts.push(current);
      if (texts.length > MOST_SHARED_TEXTS) throw new UnreadableFeed("it has more text cells than a feed may have");
    },
  });
  return texts;
}

/** The values of cells by column; formulas are not read. */
function readRows(pieces: readonly Uint8Array[], texts: readonly string[], take: (cells: unknown[]) => void): void {
  let cells: unknown[] = [];
  let cell = { at: 0, type: "n", text: "" };
  let [depth, next] = [0, 0];
  parse(pieces, {
    open: ({ name, attributes }) => {
      const tag = local(name);
      if (tag === "row") [cells, next] = [[], 0];
      if (tag === "c") {
        cell = { at: columnIn(attributes.r) ?? next, type: attributes.t ?? "n", text: "" };
        next = cell.at + 1;
      }
      if (tag === "v" || (tag === "t" && cell.type === "inlineStr")) depth += 1;
    },
    text: (text) => {
      if (depth > 0) cell.text += text;
    },
    close: ({ name }) => {
      const tag = local(name);
      if (tag === "v" || (tag === "t" && cell.type === "inlineStr")) depth -= 1;
      if (tag === "c" && cell.at < MOST_COLUMNS) cells[cell.at] = valueOf(cell, texts);
      if (tag === "row") take(Array.from(cells));
    },
  });
}

function valueOf({ type, text }: { readonly type: string; readonly text: string }, texts: readonly string[]): unknown {
  if (type === "s") return texts[Number(text)];
  if (type === "inlineStr" || type === "str" || type === "d") return text;
  if (type === "b") return text === "1";
  // An error such as #DIV/0! is not a value.
  if (type === "e" || text === "") return undefined;
  return Number(text);
}

/** `C7` is in the third column. */
function columnIn(reference: string | undefined): number | undefined {
  const [letters] = /^[A-Z]{1,3}/.exec(reference ?? "") ?? [];
  if (letters === undefined) return undefined;
  return Array.from(letters).reduce((at, letter) => at * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

interface Handlers {
  readonly open?: (tag: SaxesTagPlain) => void;
  readonly text?: (text: string) => void;
  readonly close?: (tag: SaxesTagPlain) => void;
}

function parse(pieces: readonly Uint8Array[], { open, text, close }: Handlers): void {
  const parser = new SaxesParser({ xmlns: false, fragment: false });
  const decoder = new TextDecoder("utf-8");
  if (open) parser.on("opentag", open);
  if (text) {
    parser.on("text", text);
    parser.on("cdata", text);
  }
  if (close) parser.on("closetag", close);
  // Nothing in a document type is of any use here, least of all entities.
  parser.on("doctype", () => {
    throw new UnreadableFeed("it declares a document type, which spreadsheets do not have");
  });
  parser.on("error", (error) => {
    throw new UnreadableFeed(`a part of it is not valid XML: ${error.message.slice(0, 200)}`, { cause: error });
  });
  for (const piece of pieces) parser.write(decoder.decode(piece, { stream: true }));
  if (pieces.length > 0) parser.close();
}

function local(name: string): string {
  return name.slice(name.indexOf(":") + 1);
}
