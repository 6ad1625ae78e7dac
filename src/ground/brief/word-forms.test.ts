import { expect, test } from "vitest";
import { findMentions } from "./find-mentions.ts";
import type { Language } from "./languages.ts";
import { readTexts } from "./lexicon/lexicon-texts.ts";
import { tokensOf } from "./words.ts";

/** A form of a word and the words around it that a text may have, for the words that have this form. */
type Carrier = readonly [language: Language, of: RegExp, ending: RegExp, put: string];

const ANY = /./u;
const WHOLE = /$/u;

/** `*` stands for the word, with `ending` replaced by what follows the star. */
const CARRIERS: readonly Carrier[] = [
  ["de", ANY, WHOLE, "wir suchen Menschen mit Interesse an * und der Familie"],
  ["de", ANY, WHOLE, "und die *begeisterte"],
  ["de", ANY, WHOLE, "für die *käufer"],
  ["de", ANY, WHOLE, "in einem *magazin"],
  ["de", /(?:ung|heit|keit|schaft|ion)$/u, WHOLE, "mit den *en"],
  ["nl", ANY, WHOLE, "wij zoeken mensen met belangstelling voor * en het gezin"],
  ["nl", ANY, WHOLE, "voor de *liefhebbers"],
  ["nl", ANY, WHOLE, "het is een *magazine"],
  ["nl", /(?:er|el)$/u, WHOLE, "wij zijn er met *s"],
  ["fr", /^[bcdfgjklmnpqrstvz]/u, WHOLE, "nous cherchons des gens qui aiment la * et leur famille"],
  ["fr", /^[aeiouéèêîô]/u, WHOLE, "nous cherchons les amateurs d'* et leur famille"],
  ["fr", /[^sxz]$/u, WHOLE, "les *s pour tous et pour nous"],
  ["es", ANY, WHOLE, "buscamos gente con interés por la * y su familia"],
  ["es", /ión$/u, /ión$/u, "las *iones para todos y para ti"],
  ["es", /[dlnr]$/u, WHOLE, "los *es para todos y para ti"],
  ["it", ANY, WHOLE, "cerchiamo persone con interesse per la * e la famiglia"],
  ["it", /^[aeiou]/u, WHOLE, "nel mondo dell'* e della famiglia"],
  ["it", /[^cgi]a$/u, /a$/u, "tutte le *e per tutti e per noi"],
  ["pt", ANY, WHOLE, "procuramos pessoas com interesse por * e a família"],
  ["pt", /[çs]ão$/u, /ão$/u, "todas as *ões para todos e para você"],
  ["pt", /gem$/u, /m$/u, "todas as *ns para todos e para você"],
  ["pl", ANY, WHOLE, "szukamy osób, które lubią * oraz rodzinę"],
  ["pl", /[^i]y$|[kg]i$/u, /[yi]$/u, "szukamy osób z *ami oraz dla nich"],
  ["pl", /[iy]ści$/u, /ści$/u, "dla *stów oraz dla ich rodzin"],
  ["pl", /ka$/u, /ka$/u, "nie wiem nic o *ce oraz dla nich"],
  ["pl", /[bdfmnprstwz]$/u, WHOLE, "nie ma dla nich *u oraz"],
  ["ja", ANY, WHOLE, "*のファンに届けたい"],
  ["ja", ANY, WHOLE, "*好きな人"],
  ["ja", ANY, WHOLE, "*愛好家向け"],
  ["ja", ANY, WHOLE, "*に興味がある方"],
  ["ar", /^(?!ال)/u, WHOLE, "محبي ال* والعائلة"],
  ["ar", /^(?!ال)/u, WHOLE, "العائلة وال*"],
  ["ar", /^(?!ال)/u, WHOLE, "مجلة لل* في البلد"],
  ["ar", /^(?!ال)/u, WHOLE, "مهتمون بال* في البلد"],
  ["ar", /^(?!ال)/u, WHOLE, "العائلة و*"],
];

/** Of the words of all meanings every so many-th is tried: the share says what all would. */
const EVERY = 6;
const FLOOR = 0.94;

const { lines } = readTexts();

function wordsOf(language: Language): Map<string, Set<string>> {
  const words = new Map<string, Set<string>>();
  for (const line of lines.values()) {
    if (line.kind !== "topic") continue;
    for (const { text, isHint } of line.wordsIn(language)) {
      const word = text.toLowerCase();
      const isSingle = /^[\p{L}\p{M}ー]{4,}$/u.test(word) && !(language === "ja" && /[a-z]/.test(word));
      if (isSingle && !isHint) words.set(word, (words.get(word) ?? new Set()).add(line.id));
    }
  }
  return words;
}

test.each(CARRIERS)('%s words such as %s are read in forms such as %s in "%s"', (language, of, ending, put) => {
  const words = [...wordsOf(language)]
    .filter(([word]) => of.test(word))
    .filter((_, place, { length }) => length < 80 || place % EVERY === 0);
  const missed = words.filter(([word, ids]) => {
    const [before = "", after = ""] = put.split("*");
    const { content } = findMentions(tokensOf(`${before}${word.replace(ending, "")}${after}`), false);
    return !content.some(({ senses }) => senses.some(({ id }) => ids.has(id)));
  });
  expect(words.length).toBeGreaterThan(4);
  expect(1 - missed.length / words.length, missed.map(([word]) => word).join(", ")).toBeGreaterThanOrEqual(FLOOR);
});
