import { expect, test } from "vitest";
import { lexicon } from "../lexicon/lexicon.ts";
import { plainOf } from "../words.ts";
import { partsOf } from "./compounds.ts";

const partsIn = (language: "de" | "nl") => {
  const vocabulary = lexicon().vocabularyOf(language);
  return (word: string) => partsOf(plainOf(word), vocabulary, { language, spelling: word });
};

test.each(["abstellflächen", "trennschärfen", "werbebändern"])(
  "%s has no part that is written without its umlaut",
  (word) => {
    for (const part of partsIn("de")(word)) expect(word).toContain(part);
  },
);

test("whoever writes without umlauts is taken by the letter", () => {
  expect(partsIn("de")("abstellflachen")).toEqual(["lachen"]);
});

test.each([
  ["abrechnungsverfahren", "fahren"],
  ["tiefstpreisen", "reisen"],
  ["palastrevolution", "evolution"],
  ["ordensschwestern", "western"],
  ["fernsehdirektoren", "rektoren"],
  ["grundsatzentscheidung", "scheidung"],
  ["kundenspezifisch", "fisch"],
  ["auslastungsquoten", "quoten"],
])("%s is about no %s", (word, end) => expect(partsIn("de")(word)).not.toContain(end));

test.each([
  ["dagwaarde", "aarde"],
  ["wegwerpautomaten", "tomaten"],
  ["leeftijdsgenoten", "noten"],
  ["exportbepaling", "paling"],
])("in Dutch, %s is about no %s", (word, end) => expect(partsIn("nl")(word)).not.toContain(end));

test.each([
  ["kontrollstation", "konten"],
  ["präsentieren", "prasent"],
  ["regelmäßigkeit", "regen"],
  ["kombinierbar", "kombi"],
  ["eventualfall", "event"],
])("%s is about no %s, which it begins like", (word, beginning) =>
  expect(partsIn("de")(word)).not.toContain(beginning),
);

test.each([
  ["vervoersmiddelen", "verven"],
  ["schoonmaakster", "schoen"],
])("in Dutch, %s is about no %s", (word, beginning) => expect(partsIn("nl")(word)).not.toContain(beginning));

test.each([
  ["skireisen", "reisen"],
  ["teeladen", "laden"],
  ["katzenfotografie", "fotografie"],
  ["dieselfähre", "fahre"],
  ["herzgesundheit", "herz"],
  ["buchläden", "laden"],
])("%s has %s, behind a word or enough letters", (word, end) => expect(partsIn("de")(word)).toContain(end));
