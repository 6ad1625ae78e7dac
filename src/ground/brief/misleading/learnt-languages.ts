import { LANGUAGES } from "../languages.ts";
import { lineOf, type Sense } from "../lexicon/lexicon.ts";
import { has, type Mention, type Mentions } from "../mention.ts";
import type { Token } from "../words.ts";

/** "Learn some everyday German": at most this many tokens are between, and none of another subject ("courses of Italian cooking"). */
const NEAR = 2;
/** フランス語を学ぶ, 英語の教室. */
const JAPANESE =
  /^(?:を|の)?(?:学|習|勉強|マスター|教室|スクール|会話|講座|レッスン|留学|アプリ|教材|塾|検定|試験|力|コーチング|辞書|学校)/u;
const LONGEST = 6;
const LEARNT: readonly Sense[] = [{ kind: "topic", id: "language-learning", isHint: false }];

interface Page {
  readonly tokens: readonly Token[];
  readonly content: readonly Mention[];
}

/** "Many speak Portuguese at home, and it is in that language that we buy": what is meant is what they speak. */
export function withSpokenLanguages({ content, scope, ...rest }: Mentions): Mentions {
  const spoken = scope.flatMap((one) => {
    if (!has(one, "scope", "this-language")) return [];
    const last = content.findLast((other) => other.end <= one.start && isLanguage(other));
    return last && !has(last, "language") ? [last] : [];
  });
  if (spoken.length === 0) return { content, scope, ...rest };
  return {
    ...rest,
    scope,
    content: content.map((one) => (spoken.includes(one) ? { ...one, senses: one.senses.flatMap(spokenIn) } : one)),
  };
}

/** The language that has its country first. */
function spokenIn(sense: Sense): Sense[] {
  const language = LANGUAGES.find((one) => lineOf("language", one)?.values[0] === sense.id);
  return language ? [{ kind: "language", id: language, isHint: false }] : [sense];
}

/** "German courses", "apprendre l'anglais": the language is a subject, and demands neither a language nor a country. */
export function withLearntLanguages(text: string, tokens: readonly Token[], mentions: Mentions): Mentions {
  const isOfSubject = (one: Mention) =>
    mentions.content.some(({ from, to }) => to - from > 1 && from < one.to && one.from < to);
  const learning = mentions.scope.filter((one) => has(one, "scope", "learning") && !isOfSubject(one));
  const isLearnt = (mention: Mention) =>
    JAPANESE.test(text.slice(mention.end, mention.end + LONGEST)) ||
    learning.some((one) => isNear(one, mention, { tokens, content: mentions.content }));
  return {
    ...mentions,
    content: mentions.content.map((mention) =>
      isLanguage(mention) && isLearnt(mention) ? { ...mention, senses: LEARNT } : mention,
    ),
  };
}

/** "German" hints at the country as well. */
function isLanguage({ senses }: Mention): boolean {
  return senses.some(({ kind, isHint }) => kind === "language" || (kind === "country" && isHint));
}

function isNear(one: Mention, other: Mention, { tokens, content }: Page): boolean {
  const [first, second] = one.from <= other.from ? [one, other] : [other, one];
  const between = tokens.slice(first.to, second.from);
  const isApart = content.some(({ from, to }) => from >= first.to && to <= second.from);
  return between.length <= NEAR && !isApart && between.every(({ kind }) => kind !== "break");
}
