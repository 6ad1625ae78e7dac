import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type Chip, readBrief } from "../../../src/ground/brief/index.ts";
import { type Demands, demandsOf } from "../../../src/ground/ranking/demands.ts";

export const CLASSES = ["geo", "channel", "safety", "price", "date", "language", "audience"] as const;

export const CASE_FILES = [
  "probe",
  "cold",
  "fresh",
  "by-others",
  "further",
  "unseen-a",
  "unseen-b",
  "unseen-c",
  "unseen-d",
  "unseen-e",
  "unseen-f",
  "unseen-g",
  "unseen-h",
  "unseen-i",
  "unseen-j",
  "unseen-k",
  "unseen-l",
  "unseen-m",
  "unseen-n",
  "unseen-o",
  "unseen-p",
  "unseen-q",
  "unseen-r",
  "unseen-s",
  "unseen-t",
  "unseen-u",
  "unseen-v",
  "unseen-w",
  "clauses",
  "clauses-cold",
  "idioms",
  "mails",
  "mails-cold",
  "letters",
  "letters-cold",
] as const;

export type CaseFile = (typeof CASE_FILES)[number];

/** A brief, and what it demands and refuses; how it is written is said at the top of the files. */
export interface Case {
  readonly language: string;
  readonly class: string;
  readonly text: string;
  readonly expected: readonly Expected[];
}

interface Expected {
  readonly kind: string;
  readonly values: readonly string[];
  /** More than these may be read. */
  readonly isOpen: boolean;
}

export function readCases(file: CaseFile): Case[] {
  return casesIn(join(import.meta.dirname, `${file}.txt`));
}

export function casesIn(path: string): Case[] {
  const cases: Case[] = [];
  let language = "";
  for (const line of readFileSync(path, "utf8").split("\n")) {
    if (line.startsWith("## ")) language = line.slice(3);
    if (line === "" || line.startsWith("#")) continue;
    const [name = "", text = "", expected = ""] = line.split(/ \| ?/);
    cases.push({ language, class: name, text, expected: expected.split(" ").filter(Boolean).map(expectedOf) });
  }
  return cases;
}

function expectedOf(written: string): Expected {
  const colon = written.indexOf(":");
  const isOpen = written.endsWith("+");
  return {
    kind: written.slice(0, colon),
    values: written.slice(colon + 1, isOpen ? -1 : undefined).split(","),
    isOpen,
  };
}

/** Of these whatever is read without being expected is wrong: it would hide products. */
const DEMANDING = ["in", "-in", "ch", "-ch", "lang", "-lang", "fmt", "-fmt", "on", "-on", "cpm"] as const;

/** What is read otherwise than it was written: none if the case is right. */
export function faultsOf({ text, expected }: Case): string[] {
  const { chips } = readBrief(text);
  const read = readIn(demandsOf({ chips }));
  const faults: string[] = [];
  for (const kind of DEMANDING) {
    const wanted = expected.find((one) => one.kind === kind);
    const has = read[kind];
    const missing = (wanted?.values ?? []).filter((value) => !hasOne(has, value));
    const asked = new Set(wanted?.values.flatMap((value) => value.split("/")));
    const unasked = wanted?.isOpen ? [] : has.filter((value) => !asked.has(value));
    for (const value of missing) faults.push(`${kind}:${value} is missing`);
    for (const value of unasked) faults.push(`${kind}:${value} is not asked for`);
  }
  for (const { kind, values } of expected.filter((one) => !(DEMANDING as readonly string[]).includes(one.kind)))
    for (const value of values)
      if (!value.split("/").some((one) => chips.some((chip) => says(chip, kind, one))))
        faults.push(`${kind}:${value} is missing`);
  return [...faults, ...unaskedRefusals(chips, expected)];
}

function hasOne(has: readonly string[], value: string): boolean {
  return value.split("/").some((one) => has.includes(one));
}

function readIn({ countries, channels, languages, formats, properties, maxCpm }: Demands) {
  return {
    in: countries.any.filter((one) => !countries.none.includes(one)),
    "-in": countries.none,
    ch: channels.any.filter((one) => !channels.none.includes(one)),
    "-ch": channels.none,
    lang: languages.any,
    "-lang": languages.none,
    fmt: formats.any,
    "-fmt": formats.none,
    on: properties.any,
    "-on": properties.none,
    cpm: maxCpm ? [`${maxCpm.amount}${maxCpm.currency ?? ""}`] : [],
  };
}

const MEANINGS = ["topic", "audience", "season"] as const;

function isMeaning(kind: Chip["kind"]): boolean {
  return (MEANINGS as readonly string[]).includes(kind);
}

function says(chip: Chip, kind: string, value: string): boolean {
  const { concept, negated, currency } = chip;
  if (kind === "no") return negated && isMeaning(chip.kind) && concept === value;
  if (kind === "want") return !negated && isMeaning(chip.kind) && concept === value;
  if (kind === "at") return !negated && chip.kind === "region" && concept === value;
  if (kind === "-at") return negated && chip.kind === "region" && concept === value;
  if (kind === "budget") return chip.kind === "budget" && `${chip.value}${currency ?? ""}` === value;
  if (kind === "season") return !negated && chip.kind === "season" && concept === value;
  return kind === "date" && chip.kind === "date" && chip.value === value;
}

/** A word may bring its broader meaning along; what another word refuses was not said. */
function unaskedRefusals(chips: readonly Chip[], expected: readonly Expected[]): string[] {
  const asked = expected
    .filter(({ kind }) => kind === "no")
    .flatMap(({ values }) => values.flatMap((one) => one.split("/")));
  const refused = chips.filter((chip) => chip.negated && isMeaning(chip.kind));
  const spans = new Set(refused.filter(({ concept }) => asked.includes(concept)).map(({ span }) => span?.start));
  return refused
    .filter(({ span }) => !spans.has(span?.start))
    .map(({ kind, concept }) => `${kind} ${concept} is refused unasked`);
}
