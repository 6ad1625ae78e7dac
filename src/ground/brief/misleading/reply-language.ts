import { spokenIn } from "../incidental/incidental-words.ts";
import { LANGUAGES } from "../languages.ts";
import { has, type Mention } from "../mention.ts";
import { type Before, clauseOf, isIn, type Span, saysIn, sentenceOf } from "../polarity/clause.ts";
import { isStrict, withdraw } from "../stance.ts";

/** The language is named at most this many tokens before or behind the word for the answer. */
const NEAR = 5;

/** "Please reply in English", "po polsku proszę odpisać": a language for the answer is none of those who are sought. */
export function leaveReplyLanguage(before: Before): void {
  const { content, scope, tokens } = before;
  const replies = scope.filter((one) => has(one, "scope", "reply"));
  for (const language of content.filter((one) => has(one, "language"))) {
    const { start, end } = sentenceOf(language, tokens);
    const isOfReply = replies.some((one) => one.start >= start && one.end <= end && distance(one, language) <= NEAR);
    if (isOfReply && !isOfOtherMedia(language, replies, before) && !isStrict(language, before))
      withdraw(language, before);
  }
  leaveReported(before);
  leaveSpoken(before);
}

/** "Reply in English, podcasts in French": in a clause of its own, with a medium. */
function isOfOtherMedia(language: Mention, replies: readonly Mention[], before: Before): boolean {
  const clause = clauseOf(language, before.tokens);
  return (
    !replies.some((one) => isIn(clause, one)) &&
    before.content.some((one) => isIn(clause, one) && has(one, "channel") && one.start < language.start)
  );
}

/** 「レポートは英語で」, التقرير بالإنجليزية: what is written for the sender, right before its language. */
const REPORT_IN_JAPANESE =
  /(?:レポート|報告書?|返事|返信|お返事|回答|ご回答|説明|資料|連絡|ご連絡|議事録|請求書|打ち合わせ|会議|コメント)(?:は|も)、?(?:すべて|全て)?$/u;
const REPORT_IN_ARABIC =
  /(?:^|[\s،.])(?:و)?(?:ال)?(?:تقرير|تقارير|رد|اجابة|إجابة|جواب|عرض|ملخص|مراسلات|تواصل|فاتورة|فواتير|عقد|شرح)\s(?:[\p{L}]{2,8}\s)?$/u;
/** In characters. */
const LONGEST_REPORT = 28;

/** "Reporting in English", "the deck must be in French": a clause about what is written for the sender, and about no medium. */
function leaveReported(before: Before): void {
  const { content, stances, text, tokens } = before;
  // "The deck must be in English" says so of the deck.
  const open = content.filter(
    (one) => has(one, "language") && !stances.get(one)?.negated && !stances.get(one)?.withdrawn,
  );
  if (open.length === 0) return;
  const reports = spokenIn(tokens, LANGUAGES).get("told-in") ?? [];
  for (const language of open) {
    const clause = clauseOf(language, tokens);
    const ahead = text.slice(Math.max(0, language.start - LONGEST_REPORT), language.start);
    const isOfReport =
      REPORT_IN_JAPANESE.test(ahead) ||
      REPORT_IN_ARABIC.test(ahead) ||
      reports.some(
        ({ from, to }) =>
          to <= language.from && language.from - to <= NEAR && (tokens[from]?.start ?? -1) >= clause.start,
      );
    if (isOfReport && !saysIn(clause, ["medium-label"], before) && !namesMedium(clause, before))
      withdraw(language, before);
  }
}

/** "Only media in Ukrainian; your offer in Polish, please", "we talk English, but the sites must be French": what no word for media stands beside. */
function leaveSpoken(before: Before): void {
  const { content, stances, tokens } = before;
  const open = content.filter(
    (one) => has(one, "language") && !stances.get(one)?.negated && !stances.get(one)?.withdrawn,
  );
  const isOfMedia = (one: Mention) =>
    stances.get(one)?.exclusive === true || speaksOfMedia(clauseOf(one, tokens), before);
  if (open.length < 2 || !open.some(isOfMedia)) return;
  for (const one of open) if (!isOfMedia(one)) withdraw(one, before);
}

function speaksOfMedia(clause: Span, before: Before): boolean {
  if (saysIn(clause, ["in-hand", "piece"], before)) return false;
  return saysIn(clause, OF_MEDIA, before) || namesMedium(clause, before);
}

function namesMedium(clause: Span, { content }: Before): boolean {
  return content.some(
    (one) => isIn(clause, one) && (has(one, "channel") || has(one, "property") || has(one, "format")),
  );
}

const OF_MEDIA = ["medium-label", "campaign", "seeks", "aim"] as const;

function distance(one: Mention, other: Mention): number {
  return one.to <= other.from ? other.from - one.to : one.from - other.to;
}
