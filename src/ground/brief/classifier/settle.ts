import { type Chip, type ChipKind, HINTED, isFirm } from "../chip.ts";
import { chipsOf, type Stood } from "../chips-of.ts";
import type { Mention } from "../mention.ts";
import { peopleShare } from "../misleading/people-refused.ts";
import { REFUSED, type Stance, WANTED } from "../stance.ts";
import { type Chances, chancesOf, likeliest, type Meant } from "./chances.ts";
import { featuresOf } from "./features.ts";
import { isAdded, isPlainlyRefused, isUnrefused } from "./plain-refusals.ts";
import { isAbout, neighboursOf, type Scene, SUBJECTS, type Subject, sceneOf } from "./scene.ts";
import { evidenceOf, verdictOf, type Weighed } from "./verdicts.ts";
import { weights } from "./weights.ts";

/** A brief with the chips that the rules make of its mentions. */
export interface Ruled extends Stood {
  readonly said: readonly Chip[];
}

/** Of what is mentioned, by the rules and the classifier together. */
export function settled(ruled: Ruled): Chip[] {
  const { said } = ruled;
  const scene = sceneOf(ruled.text, ruled.tokens, ruled.mentions);
  const weighed = weighedIn(ruled, scene, (features) => chancesOf(features, weights()));
  let chips = [...said];
  for (const subject of SUBJECTS) {
    const among = weighed.filter((one) => one.subject === subject);
    for (const [place, one] of among.entries()) {
      const byForm = ruled.stances.get(one.mention);
      if (byForm?.isField) {
        const isOf = isOfMention(one.mention, subject);
        const made = ofField(one, byForm, ruled);
        if (made) chips = [...chips.filter((chip) => !isOf(chip)), ...made.filter(isOf)];
        continue;
      }
      const found = verdictOf(evidenceOf(one, neighboursOf(place, among), scene.language));
      const chances = isAlternative(one, place, among, ruled.text) ? { ...found, refused: 0 } : found;
      const meant = likeliest(chances);
      const isSettled =
        (meant !== one.ruled || isFaint(one, ruled)) &&
        chances[meant] > leastFor(one, meant) &&
        !(meant === "refused" ? isUnrefused(one, ruled) : isPlainlyRefused(one, ruled)) &&
        !isPlain(one, meant, ruled.text) &&
        !(meant === "told" && (isAdded(one, ruled) || isJoined(one, place, among, ruled.text)));
      const made = isSettled ? remade(one, meant, chances[meant], ruled) : doubted(one, chances, ruled);
      if (!made) continue;
      const isOf = isOfMention(one.mention, subject);
      chips = [...chips.filter((chip) => !isOf(chip)), ...made.filter(isOf)];
    }
  }
  return chips;
}

/** 「首都圏以外の地方」, 「屋外ビジョン、ただしラジオは見送り」: in Japanese there is nothing to doubt. */
function isPlain({ mention, ruled }: Weighed, meant: Meant, text: string): boolean {
  if (ruled === "refused") return text.startsWith("以外", mention.end);
  return ruled === "demanded" && meant === "refused" && BUT.test(text.slice(mention.end, mention.end + BUT_WITHIN));
}

/** 「できればポッドキャストとラジオで」, "podcasts et radio à partir de mars": of two that are joined, one is meant as the other is. */
function isJoined({ mention, ruled }: Weighed, place: number, among: readonly Weighed[], text: string): boolean {
  const isMeantToo = (other: Weighed, between: string) =>
    other.ruled === "demanded" && other.chances.demanded > other.chances.told && JOINT.test(between);
  const [last, next] = [among[place - 1], among[place + 1]];
  if (ruled !== "demanded") return false;
  if (next && isMeantToo(next, text.slice(mention.end, next.mention.start + 1))) return true;
  return last !== undefined && isMeantToo(last, text.slice(last.mention.end, mention.start + 1));
}

/** And the first letter of what it joins. */
const JOINT =
  /^(?:(?:と|や|か|、|・|および|及び|または|もしくは|\s?[&+]\s?|\s(?:and|und|et|y|e|en|i|oraz|و)\s).|\sو)$/u;

/** "Sulla stampa o via newsletter": of two of which either will do, none is refused. */
function isAlternative({ mention, ruled }: Weighed, place: number, among: readonly Weighed[], text: string): boolean {
  const [last, next] = [among[place - 1], among[place + 1]];
  const isWith = (one: Weighed | undefined, between: string) => one?.ruled === "demanded" && ALTERNATIVE.test(between);
  if (ruled === "refused") return false;
  if (isWith(next, text.slice(mention.end, next?.mention.start))) return true;
  return isWith(last, text.slice(last?.mention.end, mention.start));
}

const ALTERNATIVE =
  /^,?\s(?:or|oder|ou|o|of|albo|lub)\s(?:(?:by|in|on|via|per|in der|im|par|dans|por|en|em|na|no|w|we|op|tramite|nella|sulla)\s)?$|^(?:か|または)$|^\sأو\s(?:عبر|في|على)?\s?$/iu;

const BUT = /^[^。！？\n]{0,18}[、。]\s?(?:ただし|但し|一方)/u;
/** In characters. */
const BUT_WITHIN = 26;

/** What a form's label or mark says is certain. */
function ofField(one: Weighed, { negated, hedged, insisted }: Stance, ruled: Ruled): Chip[] | undefined {
  if (negated && !hedged) return remade(one, "refused", CERTAIN, ruled);
  return insisted && one.subject !== "topic" ? remade(one, "demanded", CERTAIN, ruled) : undefined;
}

const CERTAIN = 0.9;

/** Refused by the rules, which are not certain of it, as of what stands among other things in a letter; who is not meant is never certain. */
function isFaint({ mention, ruled, certainty }: Weighed, { tokens, mentions }: Ruled): boolean {
  if (ruled !== "refused" || certainty >= FIRM) return false;
  return mention.senses.every((sense) => peopleShare(sense, mention, REFUSED, { tokens, mentions }) === 1);
}

/** Each mention that is of a subject; one that is of several counts several times. */
export function weighedIn(
  { said, stances }: Ruled,
  scene: Scene,
  chancesBy: (features: ReadonlySet<number>) => Weighed["chances"],
): Weighed[] {
  return SUBJECTS.flatMap((subject) =>
    scene.mentions.content
      .filter((mention) => isAbout(mention, subject))
      .map((mention) => {
        const chips = said.filter(isOfMention(mention, subject));
        const certainty = Math.max(0, ...chips.map((chip) => chip.certainty));
        const ruled = ruledOf(chips, subject);
        const stance = nameOf(stances.get(mention));
        return { mention, subject, ruled, stance, certainty, chances: chancesBy(featuresOf(mention, subject, scene)) };
      }),
  );
}

/** How the function words around it are understood, before anything else is. */
function nameOf(stance: Stance | undefined): string {
  if (!stance) return "none";
  const { negated, hedged, exclusive, withdrawn, resumed, insisted } = stance;
  const names = { negated, hedged, exclusive, withdrawn, resumed, insisted };
  return (Object.keys(names) as (keyof typeof names)[]).filter((name) => names[name]).join(" ") || "plain";
}

/** A topic is refused, or looked for; none is demanded. */
function ruledOf(chips: readonly Chip[], subject: Subject): Meant {
  if (subject === "topic")
    return chips.some(({ negated, certainty }) => negated && certainty >= HINTED) ? "refused" : "told";
  const firm = chips.filter(isFirm);
  if (firm.some(({ negated }) => negated)) return "refused";
  return firm.length > 0 ? "demanded" : "told";
}

/**
 * What the rules say, and what the verdict does instead: how likely that has to be, so that most of such changes are right in briefs as buyers
 * write them. What is not listed is never changed.
 */
const LEAST: Readonly<Record<Subject, Readonly<Partial<Record<`${Meant} to ${Meant}`, number>>>>> = {
  channel: {
    "demanded to refused": 0.6,
    "demanded to told": 0.75,
    "refused to demanded": 0.9,
    "refused to told": 0.7,
    // A further demand hides the more products.
    "told to demanded": 0.8,
    "told to refused": 0.7,
  },
  place: {
    "demanded to refused": 0.6,
    // A place that is named is mostly where to advertise.
    "demanded to told": 0.85,
    "refused to demanded": 0.9,
    "refused to told": 0.7,
    "told to demanded": 0.77,
    "told to refused": 0.7,
  },
  // Who is not meant is refused in as many ways as what not to stand beside; the briefs that are learnt from name only the latter.
  topic: { "told to refused": 0.8, "refused to refused": 0.84 },
};
/** "Ideally", "rather than" weaken what the words beside them say. */
const LEAST_IF_HEDGED = 0.93;
const NEVER = 1;

function leastFor({ ruled, subject, stance }: Weighed, meant: Meant): number {
  // "No other than", "no plan without": as many words refuse what is said of everything else.
  if (stance.includes("exclusive") || (stance.includes("insisted") && meant !== "demanded")) return NEVER;
  const least = LEAST[subject][`${ruled} to ${meant}`] ?? NEVER;
  return subject !== "topic" && stance.includes("hedged") ? Math.max(least, LEAST_IF_HEDGED) : least;
}

const CHIPS: Readonly<Record<Subject, ReadonlySet<ChipKind>>> = {
  channel: new Set(["channel"]),
  place: new Set(["country", "region"]),
  topic: new Set(["topic", "audience", "season"]),
};

function isOfMention({ start }: Mention, subject: Subject): (chip: Chip) => boolean {
  return ({ kind, span }) => span?.start === start && CHIPS[subject].has(kind);
}

/** Firm enough to be a demand. */
const FIRM = 0.6;
/** Of a place: it may well be what is meant, and decides the order only. */
const LOOSE = 0.5;

/** From here on it is heeded that what the rules take for no demand may be one all the same. */
const DOUBTFUL = 0.3;
/** Just no demand. */
const LESS_THAN_FIRM = 0.57;

/** What else may be meant by what the rules only take for a preference, or for said in passing; undefined if nothing. */
function doubted(weighed: Weighed, chances: Chances, { said, ...stood }: Ruled): readonly Chip[] | undefined {
  const { mention, subject, ruled, stance } = weighed;
  if (ruled !== "told" || subject === "topic") return undefined;
  const isRefused = chances.refused > chances.demanded;
  if (isRefused && isUnrefused(weighed, stood)) return undefined;
  const chance = Math.round((isRefused ? chances.refused : chances.demanded) * 100) / 100;
  // A medium that is named in passing is not welcome beside those that are demanded, as one that is preferred is.
  if (chance < DOUBTFUL) return subject === "channel" && !stance.includes("hedged") ? [] : undefined;
  const chips = said.filter(isOfMention(mention, subject));
  // A country that is named as where something comes from, or as a town's, may be the market as well.
  const isMarket = subject === "place" && chips.length === 0;
  const meant = isRefused || isMarket ? chipsOf(mention, stood, isRefused ? REFUSED : WANTED) : chips;
  return meant
    .filter(({ kind }) => !isMarket || kind === "country")
    .map((chip) => ({ ...chip, certainty: Math.min(chip.certainty, LESS_THAN_FIRM), chance }));
}

function remade({ mention, subject }: Weighed, meant: Meant, chance: number, stood: Stood): Chip[] {
  if (meant === "told" && subject === "channel") return [];
  const chips = chipsOf(mention, stood, meant === "refused" ? REFUSED : WANTED);
  const least = Math.round(Math.max(chance, FIRM) * 100) / 100;
  return chips.map((chip) => ({
    ...chip,
    certainty: meant === "told" ? Math.min(chip.certainty, LOOSE) : Math.max(chip.certainty, least),
  }));
}
