import type { Chip, ChipKind } from "./chip.ts";
import { lineOf, type Sense } from "./lexicon/lexicon.ts";
import { has, type Mention, type Mentions } from "./mention.ts";
import { type backgroundIn, backgroundShare } from "./misleading/background.ts";
import { DEMANDED, hintShare, isGame, isOnlyType } from "./misleading/hints.ts";
import { isOfCalling, peopleShare } from "./misleading/people-refused.ts";
import { senderShare } from "./misleading/senders.ts";
import { mediumShare } from "./misleading/unclear-media.ts";
import { placeCertaintyOf } from "./places/places.ts";
import type { Stance } from "./stance.ts";
import type { Token } from "./words.ts";

const KINDS: Readonly<Partial<Record<Sense["kind"], ChipKind>>> = {
  topic: "topic",
  audience: "audience",
  channel: "channel",
  format: "format",
  property: "property",
  season: "season",
  country: "country",
  region: "country",
  city: "region",
  language: "language",
};

interface Said {
  readonly stances: ReadonlyMap<Mention, Stance>;
  readonly mentions: Mentions;
}

/** A brief whose mentions have been weighed. */
export interface Stood extends Said {
  readonly text: string;
  readonly tokens: readonly Token[];
  /** What a letter tells of its writer. */
  readonly background: ReturnType<typeof backgroundIn>;
}

/** What a mention asks for, or refuses. */
export function chipsOf(mention: Mention, stood: Stood, stance = stood.stances.get(mention)): Chip[] {
  const { text, mentions } = stood;
  if (isPronoun(text, mention) || isVerb(text, mention, mentions) || isManner(text, mention)) return [];
  return mention.senses.flatMap((sense) => chipsOfSense(sense, mention, stance, stood));
}

/** Excluding a format excludes no channel, and "parents, but not toddlers" still means parents. */
function isSpared(sense: Sense, mention: Mention, { stances, mentions }: Said): boolean {
  if (mention.senses.length < 2) return false;
  if (sense.kind === "channel" && isGossip(mention)) return true;
  if (sense.kind === "channel" && sense.id !== "video-ads") return mention.senses.some(({ kind }) => kind === "format");
  return mentions.content.some((one) => !stances.get(one)?.negated && has(one, sense.kind, sense.id));
}

/**
 * "No television, but CTV", "Switzerland, not DACH": excluding several channels or countries by one word does not exclude one that is requested by a narrower word, as
 * "video" is not.
 */
function unlessAsked(values: readonly string[], of: Sense["kind"], { stances, mentions }: Said): readonly string[] {
  if (values.length < 2) return values;
  const kinds: readonly Sense["kind"][] = of === "region" ? ["country", "city"] : [of];
  const asked = mentions.content
    .filter((mention) => !stances.get(mention)?.negated && !(of === "region" && stances.get(mention)?.withdrawn))
    .flatMap(({ senses }) => senses.filter(({ kind, isHint }) => kinds.includes(kind) && !isHint))
    .map(({ kind, id }) => lineOf(kind, id)?.values ?? [])
    .filter((one) => one.length <= values.length)
    .flat();
  return values.filter((value) => !asked.includes(value));
}

/** Who wants no advertising by post refuses no magazines. */
const LETTERS = "direct-mail";

/** "Audio en la península, nada de islas": the islands of a country are left out, and no beaches. */
function isIslands({ from, to }: Mention, tokens: readonly Token[]): boolean {
  return to - from === 1 && ISLANDS.has(tokens[from]?.plain ?? "");
}

const ISLANDS: ReadonlySet<string> = new Set(
  "islands inseln iles islas isole ilhas eilanden wyspy wysp جزر الجزر".split(" "),
);

/** A word for several channels or countries is a chip for each. */
function chipsOfSense(
  sense: Sense,
  mention: Mention,
  stance: Stance | undefined,
  { text, tokens, stances, mentions, background }: Stood,
): Chip[] {
  const kind = KINDS[sense.kind];
  const line = lineOf(sense.kind, sense.id);
  if (stance?.withdrawn || isGame(sense, mention, stance, { tokens, mentions })) return [];
  if (!kind || !line || isCrowdedOut(sense, mention, stance) || isOfKind(sense, mention, text, mentions)) return [];
  if (stance?.negated && (sense.isImplied || sense.isDerived || isSpared(sense, mention, { stances, mentions })))
    return [];
  if (stance?.negated && (isOfCalling(sense, mention) || sense.id === LETTERS)) return [];
  if (stance?.negated && kind === "topic" && isIslands(mention, tokens)) return [];
  const certainty =
    mention.certainty *
    (isOnlyType(sense, mention, text, { stances, content: mentions.content })
      ? DEMANDED
      : hintShare(sense, mention, stance, { tokens, mentions })) *
    (stance?.hedged ? preferenceShare(kind) : 1) *
    (isCompared(mention, mentions) ? COMPARED : 1) *
    Math.min(senderShare(sense, mention, text, mentions), backgroundShare(sense, mention, background)) *
    mediumShare(sense, mention, stance, { tokens, mentions }) *
    peopleShare(sense, mention, stance, { tokens, mentions });
  const base = {
    concept: sense.id,
    negated: stance?.negated ?? false,
    span: { start: mention.start, end: mention.end },
    ...(stance?.exclusive && { exclusive: true as const }),
  };
  const isPlace = kind === "country" || kind === "region";
  const sure = round(
    isPlace && !stance?.hedged && !stance?.resumed ? certainty * placeCertaintyOf(mention, text, mentions) : certainty,
  );
  const all = kind === "channel" || kind === "country" ? line.values : [line.taxonomyId ?? sense.id];
  const isWide = kind === "channel" || sense.kind === "region";
  const values = isWide && base.negated ? unlessAsked(all, sense.kind, { stances, mentions }) : all;
  const chips = values.map((value) => ({ ...base, kind, value, certainty: sure }));
  if (kind !== "region") return chips;
  // Asking for a city includes its country; excluding it does not.
  const countries = base.negated ? [] : line.values;
  return [...chips, ...countries.map((value) => ({ ...base, kind: "country" as const, value, certainty: sure }))];
}

/** "Talks to the dog like a son": what something is compared with is not the subject. */
const COMPARED = 0.4;

function isCompared({ from }: Mention, { scope }: Mentions): boolean {
  return scope.some((one) => one.to === from && has(one, "scope", "simile"));
}

/** "No dating apps", "ni apps de citas": an app of some kind is a subject, and no property to advertise on. */
function isOfKind({ kind, isHint }: Sense, { start, end }: Mention, text: string, { content }: Mentions): boolean {
  if (kind !== "property" || !isHint) return false;
  return (
    OF.test(text.slice(end)) || content.some((one) => one.end <= start && /^[\s-]?$/.test(text.slice(one.end, start)))
  );
}

const OF = /^\s(?:de|di|do|da)\s|^\sd['’]/i;

/** "Ideally people who ski" still looks for skiers; "ideally on the radio" does not require radio. */
function preferenceShare(kind: ChipKind): number {
  return kind === "topic" || kind === "audience" ? 0.8 : 0.55;
}

/**
 * For a word that means a channel and a topic, the channel counts: "television", "gaming ads"; "no newspapers" excludes
 * the medium.
 */
function isCrowdedOut({ kind, id, isHint }: Sense, { senses }: Mention, stance: Stance | undefined): boolean {
  // "Only on websites" says where, and "banners on websites" what.
  const isOfBoth = senses.some((one) => one.kind === "property") && senses.some((one) => one.kind === "channel");
  if (isOfBoth && !isHint && (kind === "channel" || kind === "property"))
    return (kind === "channel") === (stance?.exclusive || stance?.negated || false);
  // Egyptian for a car is Arabic, with the article.
  if (id === "automotive" && senses.some((one) => one.kind === "language")) return true;
  // "Keine Boulevardblätter" is about what they print.
  if (isGossip({ senses })) return false;
  return kind === "topic" && senses.some((sense) => sense.kind === "channel" && (!sense.isHint || stance?.negated));
}

function isGossip({ senses }: Pick<Mention, "senses">): boolean {
  return senses.some(({ id }) => id === "celebrity-news");
}

function round(certainty: number): number {
  return Math.round(certainty * 100) / 100;
}

/** "Keep us away" does not mean the United States. */
function isPronoun(text: string, { start, end }: Mention): boolean {
  return text.slice(start, end) === "us" && !FIELD.test(text.slice(Math.max(0, start - 5), start));
}

/** "Geo: us", `"gb", "us"`. */
const FIELD = /(?:[:=["']|\b[a-z]{2},)\s?$/;

/** "Chicago-style pizza" is no fashion. */
function isManner(text: string, { start, end }: Mention): boolean {
  return text.charAt(start - 1) === "-" && /^style$/iu.test(text.slice(start, end));
}

/** "Si usa la sera": in these languages the country in small letters is a verb. */
function isVerb(text: string, { start, end }: Mention, { languages }: Mentions): boolean {
  return text.slice(start, end) === "usa" && ROMANCE.has(languages[0] ?? "en");
}

const ROMANCE: ReadonlySet<string> = new Set(["es", "it", "pt"]);
