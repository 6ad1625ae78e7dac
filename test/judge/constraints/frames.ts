import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readBrief } from "../../../src/ground/brief/index.ts";
import { demandsOf } from "../../../src/ground/ranking/demands.ts";

/** What a frame says of the name in it: a medium or a country is wanted or refused, a topic is refused, a price is the ceiling. */
export type Kind = "want" | "no" | "in" | "out" | "topic" | "price";

/** Two concepts of the taxonomies for what one word names. */
const ALSO: Readonly<Record<string, string>> = { tobacco: "drugs-tobacco", crime: "true-crime" };

/** Every frame of this kind says this price. */
const PRICE = { amount: 10, currency: "EUR" };

/** Whether the brief's reading says of the name what its frame says. */
export function isReadIn(text: string, kind: Kind, meant: string): boolean {
  const { chips } = readBrief(text);
  const { channels, countries, maxCpm } = demandsOf({ chips });
  if (kind === "price") return Number(maxCpm?.amount) === PRICE.amount && maxCpm?.currency === PRICE.currency;
  if (kind === "topic")
    return chips.some(
      (chip) =>
        chip.kind === "topic" && chip.negated && (chip.concept === meant || chip.concept === (ALSO[meant] ?? meant)),
    );
  const demanded = kind === "want" || kind === "no" ? channels : countries;
  const any: readonly string[] = demanded.any;
  const none: readonly string[] = demanded.none;
  if (kind === "no" || kind === "out") return none.includes(meant);
  return any.includes(meant) && !none.includes(meant);
}

interface Group {
  /** Names as they stand in these frames, and what each of them means; a price stands in the frame itself. */
  readonly names?: Readonly<Record<string, string>>;
  readonly frames: readonly string[];
}

/** A group's kind is its key; a further group of the kind, in another case of the names, has a number behind it. */
const NUMBER = /\d+$/;

function groupsOf(language: string): [Kind, Group][] {
  const path = join(import.meta.dirname, "frames", `${language}.json`);
  const groups: Record<string, Group> = JSON.parse(readFileSync(path, "utf8"));
  return Object.entries(groups).map(([key, group]) => [key.replace(NUMBER, "") as Kind, group]);
}

/** A frame with a name in it. */
interface Framed {
  readonly text: string;
  readonly kind: Kind;
  readonly meant: string;
}

/** Every frame with every name. */
export function framesIn(language: string): Framed[] {
  return groupsOf(language).flatMap(([kind, { names = { "": "" }, frames }]) =>
    frames.flatMap((frame) =>
      Object.entries(names).map(([name, meant]) => ({ text: sentenceOf(frame, name), kind, meant })),
    ),
  );
}

function sentenceOf(frame: string, name: string): string {
  const text = frame.replaceAll("{X}", name);
  return text.charAt(0).toUpperCase() + text.slice(1);
}
