import { has, type Mention } from "../mention.ts";
import { type Before, isDemandable, isIn, SENTENCE_END, sentenceOf } from "./clause.ts";
import { AND, areJoinedBy, isComma, isFronted } from "./rejections.ts";

/** The maximum between two mentions in one list: a comma, an "and". */
const LIST_GAP = 6;
/** 「死に関する内容は」: what a thing is in. */
const MATTER =
  /(?:に関する|に関連する|関連の?|系の?|の)?(?:内容|コンテンツ|記事|番組|ページ|サイト|広告|話題|ネタ|もの|面|枠|起用|利用|使用|活用|出稿|配信|掲載|露出)(?=[はをもが]?$)|関連(?=[はをもが]?$)/u;
/** "Die Buchhaltung und die Technik sind nicht unser Thema." */
const ARTICLE = /(?<=\s)(?:die|der|das|den|dem|the|les|le|la|los|las|el|il|lo|gli|os|as|het|de)\s$/iu;
/** In characters. */
const LONGEST_MATTER = 10;

export function isRightBefore(text: string, { end }: Mention, edge: number): boolean {
  if (edge - end > LIST_GAP + LONGEST_MATTER) return false;
  const between = text.slice(end, edge).replace(MATTER, "").replace(ARTICLE, "");
  return between.length <= LIST_GAP && !SENTENCE_END.test(between);
}

/** The mention right before a scope word, and the list that it ends, the nearest first. */
export function listBefore({ start }: Mention, before: Before): Mention[] {
  return listUntil([], start, before);
}

/** A list by its last item. */
export function listOf(last: Mention, before: Before): Mention[] {
  return listUntil([last], last.start, before);
}

/** "We seek vets; dog owners are not our audience": a semicolon ends it. */
function listUntil(list: Mention[], start: number, before: Before): Mention[] {
  const { text, content, scope } = before;
  let edge = start;
  for (const mention of content.toReversed()) {
    if (mention.start >= start) continue;
    if (
      !isRightBefore(text, mention, edge) ||
      isOfNext(mention, start, text) ||
      isOutsideBrackets(mention, text.slice(0, start))
    )
      break;
    const [nearest] = list.slice(-1);
    const isParted = nearest && scope.some((one) => isParting(one) && one.start >= mention.end && one.end <= edge);
    const gap = text.slice(mention.end, edge);
    const isJoined = isListed(mention, nearest, gap) || goesOn(mention, nearest, list, before);
    if (isParted || !isJoined || gap.includes(";") || isOwnTopic(mention, list, text)) break;
    // 「日本と韓国、中国は除く」: the comma parts what the "and" has joined.
    if (nearest && list.length === 1 && isDemandable(mention) && isComma(gap) && isJoinedBefore(mention, before)) break;
    list.push(mention);
    edge = mention.start;
  }
  return list;
}

/** 「市場は日本、韓国は除く」: what has a topic of its own in front of it is not of the next one's list. */
function isOwnTopic({ start }: Mention, list: readonly Mention[], text: string): boolean {
  const [last] = list;
  return last !== undefined && text[start - 1] === "は" && text[last.end] === "は";
}

/** 「新聞は夕刊以外で」: what is excepted stands right before, and is not known. */
function isOfNext({ end }: Mention, start: number, text: string): boolean {
  return text.startsWith("以外", start) && /^[はがも]./u.test(text.slice(end, start));
}

/** 「音声広告（ラジオを除く）」: what is refused in brackets is no list with what they belong to. */
function isOutsideBrackets({ end }: Mention, text: string): boolean {
  const opened = Math.max(text.lastIndexOf("("), text.lastIndexOf("（"));
  return opened >= end && Math.max(text.lastIndexOf(")"), text.lastIndexOf("）")) < opened;
}

function isJoinedBefore(mention: Mention, { text, content }: Before): boolean {
  const previous = content.findLast((one) => one.end <= mention.start);
  return previous !== undefined && AND.test(text.slice(previous.end, mention.start));
}

const PARTING = ["exclusive", "negator", "postnegator", "affirmer", "contrast"] as const;

/** 「大阪だけ、京都はなし」: what has a word of its own is in no list with the next. */
export function isParting(one: Mention): boolean {
  return PARTING.some((id) => has(one, "scope", id));
}

/** Items of a list are of one kind. In Japanese, a comma joins them; elsewhere it starts something new. */
function isListed(mention: Mention, nearest: Mention | undefined, between: string): boolean {
  if (!nearest) return true;
  return mention.senses.some(({ kind }) => has(nearest, kind)) && !ENDS_ITEM.test(between) && !endsClause(between);
}

/** "Crime, war and tobacco are out": behind commas is one list if an "and" ends it and the sentence begins with it. */
function goesOn(mention: Mention, nearest: Mention | undefined, list: readonly Mention[], before: Before): boolean {
  const [last, previous] = list;
  if (!nearest || !last || !previous || !mention.senses.some(({ kind }) => has(nearest, kind))) return false;
  const { text, tokens, content } = before;
  const sentence = sentenceOf(mention, tokens);
  const [first] = content.filter((one) => isIn(sentence, one));
  if (!first || !isFronted(first, tokens) || !AND.test(text.slice(previous.end, last.start))) return false;
  return areJoinedBy(text.slice(mention.end, nearest.start));
}

const ENDS_ITEM = /[,،]|\s[・-]/u;

/** A Japanese comma with more in front of it than the end of a word, or with a particle that joins no list: 「台湾と香港とし、中国は含めない」. */
function endsClause(between: string): boolean {
  const before = between.slice(0, Math.max(0, between.lastIndexOf("、")));
  return /\p{Script=Han}/u.test(before) || PARTICLE.test(before);
}

const PARTICLE = /(?:とし|で|に|を|へ|から|まで)$/u;
