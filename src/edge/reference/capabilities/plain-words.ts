/** Words that say how something is asked, rather than what the question is about. */
const EMPTY = new Set(
  "a about all also an and any anything api are as at be before being by call can could did do does doing endpoint for from getting give had has have here how i if in into is it its just let like look may me must my need now of off on one only operation or our out please possible see should show so some something such tell than that the their them then there these they this those to tool up use using want was we were what when where which while who will with would you your".split(
    " ",
  ),
);

/** Whether the question asks for information rather than a change. */
export function asksToRead(question: string): boolean {
  return READING.test(unaccented(question));
}

const READING =
  /^\W*(are|get|how (many|much)|is|list|look|read|see|show|what|which|who|why|wie ?viele?|welche[rsn]?|zeige?|warum|wer|was|combien|quel(le)?s?|qui|pourquoi|montre[rz]?|cuant[oa]s?|cual(es)?|quien|por que|muestra(me)?|hoeveel|welke?|waarom|toon|wat)\b/i;

/** Spells `über` and `créer` as people type them without accents. */
function unaccented(text: string): string {
  return text
    .normalize("NFD")
    .replaceAll(/\p{Mn}/gu, "")
    .replaceAll("ß", "ss");
}

/** A common stem for the forms of a word: `pausing`, `paused` and `pause`. */
function stemOf(word: string): string {
  const short = word.toLowerCase();
  if (short.length <= 3) return short;
  return short
    .replace(/ies$/, "y")
    .replace(/(?<=..[^s])s$/, "")
    .replace(/(?<=...)(ing|ed)$/, "")
    .replace(/(?<=...)e$/, "");
}

/** The stems of a text; `listStorefronts` and `media_buy` are two words each. */
export function wordsOf(text: string): string[] {
  return split(text)
    .filter((word) => !EMPTY.has(word))
    .map(stemOf);
}

/** The stems of what people may mean, keyed by the stem of what they say. */
export type Vocabulary = ReadonlyMap<string, readonly string[]>;

export function vocabularyOf(words: Readonly<Record<string, string>>): Vocabulary {
  return new Map(Object.entries(words).map(([word, others]) => [stemOf(word), wordsOf(others)]));
}

/** Each word of a question with its possible meanings. Even a stop word may have one. */
export function meaningsOf(question: string, vocabulary: Vocabulary): (readonly string[])[] {
  const meanings = [...new Set(split(question))].map((word) => {
    const stem = stemOf(word);
    return [...(EMPTY.has(word) ? [] : [stem]), ...(vocabulary.get(stem) ?? [])];
  });
  return meanings.filter((meaning) => meaning.length > 0);
}

function split(text: string): string[] {
  return unaccented(text)
    .replaceAll(/([a-z])([A-Z])/g, "$1 $2")
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter(Boolean);
}
