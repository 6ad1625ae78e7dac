import { has, type Mention, type Mentions } from "../mention.ts";

/**
 * "We are a small family business from Lucca": where the author is need not be where the people are. What is sought, or a medium,
 * ends what is said of the author: "we are a brewery and need cinemas in Florence".
 */
export function isOfAuthor({ start, end }: Mention, text: string, { scope, content }: Mentions): boolean {
  if (OWN_FIRM.test(text.slice(end)) && /(?:^|[。！？\n\s])$/u.test(text.slice(0, start))) return true;
  const self = scope.findLast((one) => one.end <= start && has(one, "scope", "self"));
  const between = text.slice(self?.end ?? 0, start);
  if (self === undefined || /[.,;:!?\n。、؛،–—]/.test(between) || CAMPAIGN.test(between)) return false;
  const isBetween = (one: Mention) => one.start >= self.end && one.end <= start;
  return (
    !content.some((one) => isBetween(one) && has(one, "channel")) &&
    !scope.some((one) => isBetween(one) && (has(one, "scope", "seeks") || has(one, "scope", "aim")))
  );
}

const CAMPAIGN = /\s(?:campaign|Kampagne|campagne|campaña|campagna|campanha|kampania|kampanię|الحملة)\s/iu;
/** 「日本のヒートポンプメーカーです。」 */
const OWN_FIRM =
  /^の[^。、！？\n]{0,20}(?:メーカー|会社|企業|ブランド|工房|酒造|蔵元|農園|代理店|商社|団体|協会|ホテル|旅館|店|社|屋)(?:です|でございます|と申します|として)/u;
