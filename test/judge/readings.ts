import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { type Chip, isFirm, readBrief } from "../../src/ground/brief/index.ts";
import { lexicon } from "../../src/ground/brief/lexicon/lexicon.ts";
import { CLASSES, LANGUAGES } from "./set.ts";

const GradedReading = z.strictObject({
  language: z.enum(LANGUAGES),
  class: z.enum(CLASSES),
  text: z.string(),
  /** `channel podcast`, `-topic Horror`: what must be read, of alternatives between slashes one; topics by the taxonomy's names. */
  reads: z.array(z.string()).min(1),
});
export type GradedReading = z.infer<typeof GradedReading>;

export const readReadings = (): GradedReading[] =>
  z.array(GradedReading).parse(JSON.parse(readFileSync(join(import.meta.dirname, "readings.json"), "utf8")));

const namesOfContent = new Map(
  readFileSync(join(import.meta.dirname, "../taxonomy/iab-content-3.1.tsv"), "utf8")
    .split("\n")
    .filter((row) => row !== "" && !row.startsWith("#"))
    .map((row) => row.split("\t"))
    .map(([id = "", name = ""]) => [id, name.trim()]),
);

export interface ReadingFault {
  readonly text: string;
  readonly missing: readonly string[];
  /** What would keep products out and was not asked for. */
  readonly unasked: readonly string[];
}

/** Of kinds that exclude products what is read besides is as wrong as what is not read. */
const EXCLUDING = new Set(["channel", "country", "maxCpm"]);

export function faultsOf({ text, reads }: GradedReading): ReadingFault {
  const { chips } = readBrief(text);
  const asked = new Set(reads.flatMap((read) => alternativesOf(read)));
  return {
    text,
    missing: reads.filter((read) => !alternativesOf(read).some((one) => chips.some((chip) => namesOf(chip).has(one)))),
    unasked: chips
      .filter((chip) => isFirm(chip) && (EXCLUDING.has(chip.kind) || chip.negated))
      .filter((chip) => ![...namesOf(chip)].some((name) => asked.has(name)))
      .map((chip) => [...namesOf(chip)].join(" / ")),
  };
}

function alternativesOf(read: string): string[] {
  const [first = "", ...others] = read.split(" / ");
  const kind = first.split(" ", 1)[0] ?? "";
  return [first, ...others.map((other) => (/^-?(topic|channel) /.test(other) ? other : `${kind} ${other}`))];
}

/** Everything that a chip may be called: a finer topic is what is above it in the lexicon too. */
function namesOf({ kind, value, concept, negated, currency }: Chip): Set<string> {
  const sign = negated ? "-" : "";
  if (kind === "region" || kind === "season") return new Set([`${sign}${kind} ${concept}`]);
  if (kind !== "topic" && kind !== "audience")
    return new Set([`${sign}${kind} ${value}${currency ? ` ${currency}` : ""}`]);
  const names = new Set([`${sign}${kind} ${concept}`]);
  const { lines } = lexicon();
  for (
    let line = lines.get(`${kind}:${concept}`);
    line;
    line = line.parent ? lines.get(`${kind}:${line.parent}`) : undefined
  )
    for (const id of [line.taxonomyId, ...line.related.map((one) => lines.get(`topic:${one}`)?.taxonomyId)])
      names.add(`${sign}topic ${namesOfContent.get(id ?? "") ?? line.id}`);
  return names;
}
