import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readBrief } from "../../../src/ground/brief/index.ts";
import { demandsOf } from "../../../src/ground/ranking/demands.ts";
import { LANGUAGES } from "../set.ts";

export type PairSubject = "media" | "places" | "subjects";

interface Frame {
  /** With two or three places for names, each with the grammatical form that it needs: "{A:dat} statt {B:gen}". */
  readonly text: string;
  /** The places of what is wanted and of what is refused; what stands in another one is only told of. */
  readonly want?: readonly string[];
  readonly not?: readonly string[];
}

interface Frames {
  /** By the concept's id, the name in each grammatical form. */
  readonly names: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly frames: readonly Frame[];
}

/** A frame with names in its places. */
interface Pair {
  readonly text: string;
  readonly subject: PairSubject;
  readonly named: readonly Named[];
}

interface Named {
  readonly id: string;
  readonly name: string;
  readonly meant: "wanted" | "refused" | "told";
}

/** Of the subjects, those that brands stay away from. */
const REFUSED: ReadonlySet<string> = new Set(
  "politics gambling alcohol war religion crime horror tobacco adult gossip".split(" "),
);

/** Sentences that say of two or three media, countries or subjects which is wanted and which is not: each frame with so many choices of names. */
export function pairsOf(subject: PairSubject, fillings: number): Pair[] {
  return LANGUAGES.flatMap((language) => {
    const file = join(import.meta.dirname, "pairs", subject, `${language}.json`);
    const { names, frames }: Frames = JSON.parse(readFileSync(file, "utf8"));
    return frames.flatMap((frame, nth) =>
      Array.from({ length: fillings }, (_, turn) => filled(frame, { subject, names, nth, turn })),
    );
  });
}

interface Filling extends Pick<Frames, "names"> {
  readonly subject: PairSubject;
  readonly nth: number;
  readonly turn: number;
}

const PLACE = /\{([A-Z])(?::([^}]+))?\}/g;
/** The names of the three places follow each other in different steps, so that each meets many others. */
const STEPS = [1, 3, 7] as const;

function filled({ text: frame, want = [], not = [] }: Frame, { subject, names, nth, turn }: Filling): Pair {
  const places = [...new Set(Array.from(frame.matchAll(PLACE), ([, place]) => place ?? ""))].sort();
  const ids = new Map<string, string>();
  for (const [index, place] of places.entries()) {
    const taken = new Set(ids.values());
    const free = Object.keys(names).filter(
      (id) => !taken.has(id) && (subject !== "subjects" || REFUSED.has(id) !== want.includes(place)),
    );
    ids.set(place, free[(nth * 5 + turn * (STEPS[index] ?? 1) + index * 4) % free.length] ?? "");
  }
  const found = new Map<string, string>();
  const text = frame.replaceAll(PLACE, (_, place: string, form?: string) => {
    const forms = names[ids.get(place) ?? ""] ?? {};
    const name = (form === undefined ? Object.values(forms)[0] : forms[form]) ?? "";
    found.set(place, name);
    return name;
  });
  const meantBy = (place: string): Named["meant"] =>
    want.includes(place) ? "wanted" : not.includes(place) ? "refused" : "told";
  const named = places.map((place) => ({
    id: ids.get(place) ?? "",
    name: found.get(place) ?? "",
    meant: meantBy(place),
  }));
  return { text: text.charAt(0).toUpperCase() + text.slice(1), subject, named };
}

/** Whether everything that the sentence names is read as it is meant. */
export function isReadAsMeant({ text, subject, named }: Pair): boolean {
  const { chips } = readBrief(text);
  if (subject === "subjects") {
    return named.every(({ name, meant }) => {
      const start = text.toLowerCase().indexOf(name.toLowerCase());
      const here = chips.filter(
        ({ kind, span, certainty }) =>
          (kind === "topic" || kind === "audience") &&
          certainty >= 0.4 &&
          span &&
          span.start < start + name.length &&
          span.end > start,
      );
      const [isAny, isNone] = [here.some(({ negated }) => !negated), here.some(({ negated }) => negated)];
      return meant === "told" || (meant === "wanted" ? isAny && !isNone : isNone && !isAny);
    });
  }
  const { channels, countries } = demandsOf({ chips });
  const { any, none }: { readonly any: readonly string[]; readonly none: readonly string[] } =
    subject === "media" ? channels : countries;
  return named.every(({ id, meant }) => {
    if (meant === "wanted") return any.includes(id) && !none.includes(id);
    // What is not among the demanded is not shown either.
    if (meant === "refused") return none.includes(id) || (any.length > 0 && !any.includes(id));
    return !any.includes(id) || none.includes(id);
  });
}
