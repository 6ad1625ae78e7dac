import { readdirSync } from "node:fs";
import { join } from "node:path";
import { framesIn, type Kind } from "../constraints/frames.ts";
import { CASE_FILES, type Case, casesIn, readCases } from "../constraints/probe.ts";
import { readRefusals, refusalOf } from "../refusals.ts";
import { type GradedBrief, LANGUAGES, OPENED, readBriefs } from "../set.ts";

/** Never learnt from, so that their figures say what the rest is worth. */
const CLOSED: ReadonlySet<string> = new Set(["unseen-b", "unseen-r", "unseen-v", "unseen-w"]);

/** Graded sets that have been opened since weights of the ranking were learnt. */
const OPENED_SINCE = [
  ["thirteenth", "held"],
  ["fourteenth", "held"],
  ["fifteenth", "held"],
  ["sixteenth", "held"],
  ["seventeenth", "held"],
  ["eighteenth", "held"],
  ["twentieth", "held"],
  ["twenty-first", "held"],
  ["twenty-second", "held"],
  ["twenty-third", "held"],
  ["twelfth", "more"],
  ["fourteenth", "more"],
  ["sixteenth", "more"],
] as const;

/** Any value. */
export const ANY = "*";

/** Briefs that no rule was written after, and that none is to be: by the file that they are in. */
export function taughtCases(): Case[] {
  const folder = join(import.meta.dirname, "taught");
  return readdirSync(folder)
    .toSorted()
    .flatMap((file) => casesIn(join(folder, file)));
}

/** All other sentences of which a reader has said what they ask for. Rules were written after most of them. */
export function openedCases(): Case[] {
  return [
    ...CASE_FILES.filter((file) => !CLOSED.has(file)).flatMap(readCases),
    ...casesIn(join(import.meta.dirname, "short.txt")),
    ...[...OPENED, ...OPENED_SINCE].flatMap(([set, part]) => readBriefs(part, set).map(ofGraded)),
    ...LANGUAGES.flatMap(ofFrames),
    ...ofRefusals(),
  ];
}

const NAMED: Readonly<Record<string, string>> = { channel: "ch", country: "in", topic: "no" };

/** What a graded brief says beyond doubt. Topics are named otherwise there: which are refused is left open. */
function ofGraded({ language, text, constraints, class: name }: GradedBrief): Case {
  const expected = constraints.flatMap(({ kind, value, negated }) => {
    const named = NAMED[kind];
    if (!named || (kind === "topic" && !negated)) return [];
    if (kind === "topic") return [{ kind: named, values: [ANY], isOpen: true }];
    return [{ kind: negated ? `-${named}` : named, values: [value].flat().map(String), isOpen: false }];
  });
  return { language, class: name, text, expected };
}

const FRAMED: Readonly<Partial<Record<Kind, string>>> = { want: "ch", no: "-ch", in: "in", out: "-in", topic: "no" };
/** Frames are plain, and many: of each a few names are enough. */
const EVERY = 7;

function ofFrames(language: string): Case[] {
  return framesIn(language).flatMap(({ text, kind, meant }, index) => {
    const named = FRAMED[kind];
    if (!named || index % EVERY > 0) return [];
    return [{ language, class: "frame", text, expected: [{ kind: named, values: [meant], isOpen: true }] }];
  });
}

function ofRefusals(): Case[] {
  return readRefusals().flatMap(({ language, brief, channels, ways }) =>
    ways.map((way, index) => ({
      language,
      class: "refusal",
      text: refusalOf(brief, way, channels[index % channels.length]?.[0] ?? ""),
      expected: [
        { kind: "-ch", values: [ANY], isOpen: true },
        { kind: "in", values: [ANY], isOpen: true },
      ],
    })),
  );
}
