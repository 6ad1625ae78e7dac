import { lineOf, type Sense } from "../lexicon/lexicon.ts";
import { has, type Mention, type Mentions } from "../mention.ts";
import { type Before, clauseOf, isDemandable, isIn, sentenceOf } from "../polarity/clause.ts";
import { isAnd } from "../polarity/lists.ts";
import { withdraw } from "../stance.ts";
import type { Token } from "../words.ts";
import { areJoined } from "./joints.ts";

/** 「肉を使わないソーセージ」: what is not used is said of the ware behind it, which is no medium. */
const JAPANESE =
  /^(?:を|も|が|は|の|[や・と][^、。！？\n]{1,6}を|も[^、。！？\n]{1,6}も)?(?:一切|まったく|全く)?(?:使わない|使っていない|使用していない|使用しない|不使用の|入っていない|含まない|ゼロの|フリーの|抜きの|なしの)(?![、。！？\n]|媒体|メディア|番組|サイト|記事|広告|枠|面|もの|こと|で|コンテンツ|チャンネル|ポッドキャスト)(?=[^\s、。！？])/u;
/** No ending of `JAPANESE` is further on. */
const LONGEST = 30;

interface Page {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly mentions: Mentions;
}

/** What goods lack, and the word that says so. */
interface Lacking {
  readonly negators: readonly Mention[];
  readonly lacked: readonly Mention[];
}

/** "Bread without wheat", "sausages without meat": a ware is described, and nothing refused. "Podcasts without alcohol" is a refusal. */
export function lackingIn(page: Page): Lacking[] {
  const { mentions } = page;
  const inWords = mentions.scope
    .filter((one) => has(one, "scope", "without") || has(one, "scope", "made-without"))
    .flatMap((one) => behind(one, page) ?? []);
  return [...inWords, ...mentions.content.flatMap((one) => inJapanese(one, page) ?? [])];
}

/** The senses of what is wanted in place of an ingredient. */
export function insteadOf({ senses }: Mention): readonly Sense[] {
  const free = senses.filter(({ id }) => id.endsWith("-free"));
  const ids = new Set(free.length > 0 ? free.map(({ id }) => id) : senses.flatMap(replacementsOf));
  return Array.from(ids, (id): Sense => ({ kind: "topic", id, isHint: false }));
}

function replacementsOf({ kind, id }: Sense): readonly string[] {
  return lineOf(kind, id)?.replacements ?? [];
}

function behind(without: Mention, { tokens, mentions }: Page): Lacking | undefined {
  const { content, scope } = mentions;
  const [first] = content.filter(({ from }) => from >= without.to && from - without.to <= 1);
  if (!first || insteadOf(first).length === 0 || !isWare(without.from - 1, mentions, tokens)) return undefined;
  const clause = clauseOf(without, tokens);
  const isOfMedia = (one: Mention) => isDemandable(one) || has(one, "format") || has(one, "language");
  if (content.some((one) => isIn(clause, one) && one.end <= without.start && isOfMedia(one))) return undefined;
  if (scope.some((one) => isIn(clause, one) && one.end <= without.start && MEDIA.some((id) => has(one, "scope", id))))
    return undefined;
  const lacked = [first];
  for (const one of content) {
    const last = lacked.at(-1);
    if (last && one.from > last.from && areJoined(last, one, tokens) && insteadOf(one).length > 0) lacked.push(one);
  }
  return { negators: has(without, "scope", "without") ? [without] : [], lacked };
}

const MEDIA = ["advertising", "aim", "exclusive", "hedge", "medium-label", "beside"] as const;

/**
 * A ware, or a word that the lexicon does not know: "please without alcohol", "shows without alcohol" say nothing of one, nor does
 * "for women and without alcohol".
 */
function isWare(index: number, { content, scope, languages }: Mentions, tokens: readonly Token[]): boolean {
  const at = (one: Mention) => one.from <= index && one.to > index;
  const word = tokens[index];
  if (word?.kind !== "word" || isAnd(word.plain)) return false;
  if (content.some((one) => at(one) && one.senses.some(isOfWares))) return true;
  const isCompounding = languages[0] === "de" || languages[0] === "nl";
  return !isCompounding && ![...content, ...scope].some(at);
}

const WARES: ReadonlySet<string> = new Set(["food-drink", "beauty", "personal-care", "pets", "household"]);
/** No meaning is deeper. */
const DEEPEST = 6;

function isOfWares({ kind, id }: Sense): boolean {
  if (kind !== "topic") return false;
  let at: string | null | undefined = id;
  for (let depth = 0; at && depth < DEEPEST; depth++) {
    if (WARES.has(at)) return true;
    at = lineOf("topic", at)?.parent;
  }
  return false;
}

function inJapanese(one: Mention, { text, tokens, mentions }: Page): Lacking | undefined {
  if (tokens[one.from]?.kind !== "japanese" || insteadOf(one).length === 0) return undefined;
  const found = JAPANESE.exec(text.slice(one.end, one.end + LONGEST));
  if (!found) return undefined;
  const end = one.end + found[0].length;
  const isInside = (other: Mention) => other.start >= one.end && other.start < end;
  return { negators: mentions.scope.filter(isInside), lacked: [one] };
}

/** "Snacks that contain no nuts, nor soya": of a ware, what has no other word for its lack. */
export function leaveLacked(little: Mention, before: Before): void {
  const { tokens, content, scope, stances } = before;
  const sentence = sentenceOf(little, tokens);
  const ends = scope.find((one) => one.start >= little.end && SOUGHT.some((id) => has(one, "scope", id)));
  const end = Math.min(sentence.end, ends?.start ?? sentence.end);
  const isHere = (one: Mention) => one.start >= little.end && one.end <= end && !isDemandable(one);
  const [first] = content.filter(isHere);
  for (const one of content)
    if (isHere(one) && !one.isReplaced && (one.from === first?.from || stances.get(one)?.negated))
      withdraw(one, before);
}

const SOUGHT = ["seeks", "aim", "wants", "contrast"] as const;
