import { bm25, discovery, emptiedShare, type Figures, figuresOf, type Judged, judge, random } from "./judge.ts";
import { CLASSES, LANGUAGES, readBriefs, readProducts } from "./set.ts";

/** Prints what discovery makes of the graded sets, beside what a full-text search and chance do. `--tune` tells brief by brief. */
const percent = (share: number) => (Number.isNaN(share) ? "–" : `${(share * 100).toFixed(1)} %`);
const line = (name: string, { briefs, ndcg, violations, nothing, wronglyNothing }: Figures) =>
  [
    name.padEnd(18),
    String(briefs).padStart(4),
    (Number.isNaN(ndcg) ? "–" : ndcg.toFixed(3)).padStart(8),
    percent(violations).padStart(11),
    percent(nothing).padStart(9),
    percent(wronglyNothing).padStart(9),
  ].join("");
const head = `${"".padEnd(18)}${"n".padStart(4)}${"nDCG@10".padStart(8)}${"violations".padStart(11)}${"nothing".padStart(9)}${"wrongly".padStart(9)}`;

const tuning = process.argv.includes("--tune");

const PARTS = [
  { set: "first", part: "tune", isHeld: false },
  { set: "first", part: "held", isHeld: true },
  { set: "first", part: "more", isHeld: false },
  { set: "second", part: "tune", isHeld: false },
  { set: "second", part: "held", isHeld: true },
  { set: "third", part: "tune", isHeld: false },
  { set: "third", part: "check", isHeld: true },
  { set: "fourth", part: "tune", isHeld: false },
  { set: "fourth", part: "check", isHeld: true },
  { set: "fifth", part: "tune", isHeld: false },
  { set: "fifth", part: "held", isHeld: true },
  { set: "sixth", part: "held", isHeld: true },
  { set: "seventh", part: "tune", isHeld: false },
  { set: "seventh", part: "held", isHeld: true },
  { set: "eighth", part: "tune", isHeld: false },
  { set: "ninth", part: "tune", isHeld: false },
  { set: "ninth", part: "held", isHeld: true },
  { set: "tenth", part: "held", isHeld: true },
  { set: "eleventh", part: "held", isHeld: true },
  { set: "twelfth", part: "held", isHeld: true },
  { set: "thirteenth", part: "held", isHeld: true },
  { set: "fourteenth", part: "held", isHeld: true },
  { set: "fifteenth", part: "held", isHeld: true },
  { set: "sixteenth", part: "held", isHeld: true },
  { set: "seventeenth", part: "held", isHeld: true },
  { set: "eighteenth", part: "held", isHeld: true },
  { set: "nineteenth", part: "held", isHeld: true },
  { set: "twentieth", part: "held", isHeld: true },
  { set: "twenty-first", part: "held", isHeld: true },
  { set: "twenty-second", part: "held", isHeld: true },
  { set: "twenty-third", part: "held", isHeld: true },
  { set: "twenty-fourth", part: "held", isHeld: true },
  { set: "twenty-fifth", part: "held", isHeld: true },
  { set: "twenty-sixth", part: "held", isHeld: true },
  { set: "twenty-seventh", part: "held", isHeld: true },
  { set: "twenty-eighth", part: "held", isHeld: true },
  { set: "twenty-ninth", part: "held", isHeld: true },
  { set: "thirtieth", part: "held", isHeld: true },
  { set: "thirty-first", part: "held", isHeld: true },
  { set: "thirty-second", part: "held", isHeld: true },
  { set: "thirty-third", part: "held", isHeld: true },
  { set: "thirty-fourth", part: "held", isHeld: true },
  { set: "thirty-fifth", part: "held", isHeld: true },
  { set: "thirty-sixth", part: "held", isHeld: true },
  { set: "twelfth", part: "more", isHeld: false },
  { set: "fourteenth", part: "more", isHeld: false },
  { set: "sixteenth", part: "more", isHeld: false },
] as const;

for (const { set, part, isHeld } of PARTS.filter((one) => !tuning || one.part === "tune")) {
  const products = readProducts(set);
  const briefs = readBriefs(part, set);
  const judged = await judge(briefs, products, discovery(products));
  process.stdout.write(`\n${set} ${part}\n${head}\n`);
  const say = (name: string, some: readonly Judged[]) => process.stdout.write(`${line(name, figuresOf(some))}\n`);
  say("discovery", judged);
  process.stdout.write(
    `${"without what fits".padEnd(41)}${percent(await emptiedShare(briefs, products)).padStart(9)}\n`,
  );
  say("BM25", await judge(briefs, products, bm25(products)));
  say("random", await judge(briefs, products, random(products)));
  // Only one figure is shown of the part that nobody tunes on, so that this stays so.
  if (isHeld) continue;
  for (const name of CLASSES)
    say(
      `  ${name}`,
      judged.filter(({ brief }) => brief.class === name),
    );
  for (const name of LANGUAGES)
    say(
      `  ${name}`,
      judged.filter(({ brief }) => brief.language === name),
    );
  if (tuning) {
    for (const { brief, ndcg, violations, top } of judged) {
      const grades = top.map((id) => `${id}:${brief.grades[id] ?? 0}`).join(" ");
      process.stdout.write(`${brief.id.padEnd(15)} ${ndcg?.toFixed(3) ?? "  –  "} ${violations} ${grades}\n`);
    }
  }
}
