import { discovery, type Judged, judge } from "./judge.ts";
import { type GradedBrief, readBriefs, readProducts } from "./set.ts";

/** Parts that anybody may look at. */
const PARTS = [
  ["first", "tune"],
  ["second", "tune"],
  ["fourth", "tune"],
  ["seventh", "tune"],
  ["seventh", "held"],
  ["eighth", "tune"],
  ["tenth", "held"],
] as const;
/** Of the words, how many are misspelt. */
const SHARE = 0.35;
/** In other scripts fingers slip differently. */
const OTHER_SCRIPTS: ReadonlySet<string> = new Set(["ja", "ar"]);

/** The keys on either side of a letter's. */
const BESIDE: ReadonlyMap<string, string> = new Map(
  ["qwertyuiop", "asdfghjkl", "zxcvbnm"].flatMap((row) =>
    Array.from(row, (letter, at) => [letter, row.charAt(at - 1) + row.charAt(at + 1)] as const),
  ),
);

/** Briefs as they are when written in lower case, and the same with typing errors; both are graded alike. */
export async function judgedWithTypingErrors(seed: number): Promise<{ clean: Judged[]; misspelt: Judged[] }> {
  const slip = fingers(seed);
  const [clean, misspelt]: [Judged[], Judged[]] = [[], []];
  for (const [set, part] of PARTS) {
    const products = readProducts(set);
    const briefs = readBriefs(part, set).filter(
      (one) => !OTHER_SCRIPTS.has(one.language) && one.class !== "typo" && !one.nothingFits,
    );
    const matcher = discovery(products);
    const as = (change: (text: string) => string): GradedBrief[] =>
      briefs.map((one) => ({ ...one, text: change(one.text.toLowerCase()) }));
    clean.push(...(await judge(as(String), products, matcher)));
    misspelt.push(...(await judge(as(slip), products, matcher)));
  }
  return { clean, misspelt };
}

/** Letters are exchanged, missing, doubled, hit beside the right key, or lose their accent; never the first or the last. */
function fingers(seed: number): (text: string) => string {
  const random = randomly(seed);
  const pick = (from: string) => from.charAt(Math.floor(random() * from.length));
  const slip = (word: string) => {
    const letters = Array.from(word);
    if (letters.length < 4) return word;
    const at = 1 + Math.floor(random() * (letters.length - 2));
    const [one = "", next = ""] = letters.slice(at);
    const kind = random();
    if (kind < 0.35) letters.splice(at, 2, next, one);
    else if (kind < 0.6) letters.splice(at, 1);
    else if (kind < 0.75) letters.splice(at, 1, one, one);
    else if (kind < 0.9) letters.splice(at, 1, pick(BESIDE.get(one) ?? one));
    else return word.normalize("NFD").replace(/\p{M}/gu, "");
    return letters.join("");
  };
  return (text) => text.replace(/\p{L}+/gu, (word) => (random() < SHARE ? slip(word) : word));
}

/** The same numbers from 0 to 1 for the same seed. */
function randomly(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
