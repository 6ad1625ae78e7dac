import { fingers } from "./fingers.ts";
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

/** Briefs as they are when written in lower case, and the same with typing errors; both are graded alike. */
export async function judgedWithTypingErrors(seed: number): Promise<{ clean: Judged[]; misspelt: Judged[] }> {
  const { slip, random } = fingers(seed);
  const misspell = (text: string) => text.replace(/\p{L}+/gu, (word) => (random() < SHARE ? slip(word) : word));
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
    misspelt.push(...(await judge(as(misspell), products, matcher)));
  }
  return { clean, misspelt };
}
