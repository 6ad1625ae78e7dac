import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { LANGUAGES, type Language } from "../../../ground/brief/languages.ts";
import { plainOf } from "../../../ground/brief/words.ts";

/** The kinds of places that a topic of the lexicon is about. */
export interface PlaceAnchor {
  readonly topic: string;
  /** Topics of the same field may share a word, such as an animal that is bred and its meat. */
  readonly field: string;
  readonly places: readonly { readonly id: string; readonly hasTerms: boolean }[];
}

const FOLDER = join(import.meta.dirname, "place-anchors");

/** Each file is a field, with lines of the form `topic : place, place!`. */
export function readPlaceAnchors(): PlaceAnchor[] {
  return globSync("*.txt", { cwd: FOLDER })
    .toSorted()
    .flatMap((field) =>
      pairsIn(join(FOLDER, field)).map(([topic, ids]) => ({
        topic,
        field,
        places: ids.map((id) => ({ id: id.replace(/!$/, ""), hasTerms: !id.endsWith("!") })),
      })),
    );
}

/** Words for places that are not words of the places' topics, without accents. */
export function readLeftOut(language: Language): ReadonlySet<string> {
  const lines = pairsIn(join(import.meta.dirname, "left-out.txt"));
  const unknown = lines.find(([name]) => !(LANGUAGES as readonly string[]).includes(name));
  if (unknown) throw new Error(`no language ${unknown[0]}: correct the words that are left out`);
  return new Set(lines.flatMap(([name, words]) => (name === language ? words.map(plainOf) : [])));
}

/** Reads lines of the form `name : item, item`. */
function pairsIn(file: string): [name: string, items: string[]][] {
  return readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("#"))
    .map((line) => {
      const [name = "", items] = line.split(" : ");
      if (items === undefined) throw new Error(`a line is not "name : items": ${line}`);
      return [name, items.split(", ")];
    });
}
