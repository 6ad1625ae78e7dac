import type { Mention } from "../mention.ts";
import { type Before, isChoosable, isIn, sentenceOf } from "../polarity/clause.ts";
import { listBefore } from "../polarity/lists-before.ts";
import { DEMANDED_ALONE } from "../stance.ts";

/** 「ラジオ以外」, at whatever word of the lexicon it begins. */
const BUT = /^(?:それ|これ)?以外/u;
const THAT = /(?:それ|これ|上記)$/u;
/** What may stand between "other than" and what denies it: 「以外の媒体は」, 「以外に」. */
const TO_DENIAL =
  /^以外(?:の[^はをもにで、。]{0,10})?(?:[はをもに]|には|への[^はをもに、。]{0,6}は)?(?<denial>[^、。！？\n]{1,20})/u;
const DENIAL =
  /^(?:[^、。]{0,12}(?:ません|ない|なし|無し|ナシ|ず|ぬ|いらん|あらず)|不要|不可|無用|NG|ＮＧ|だめ|ダメ|駄目|お断り|論外|禁止|厳禁|却下|(?:検討|対象|範囲|想定|予算)外|[^、。]{0,6}(?:結構|見送|外し|除外|遠慮|控え|やめ|省い|お断り|不要|不可))/u;
/** They refuse nothing: 「ラジオ以外は問いません」, 「ラジオ以外なら問題ない」. */
const INDIFFERENT =
  /問い?題|問わ|問いま|構わ|構いま|かまわ|かまいま|こだわ|差し支え|決ま|決め|制限|異存|未定|悪くない|仕方|特に|NGは?(?:ない|あり|なし)/u;

/** 「ポッドキャスト以外考えておりません」: who wants nothing else wants what is named, and that alone. */
export function wantAllBut(before: Before): void {
  const { text, tokens, scope, stances } = before;
  for (const little of scope) {
    if (tokens[little.from]?.kind !== "japanese" || !BUT.test(text.slice(little.start, little.end))) continue;
    if (!isDenied(little, text)) continue;
    // 「交通広告、それ以外は結構です」.
    if (THAT.test(text.slice(Math.max(0, little.start - 2), little.start))) {
      const sentence = sentenceOf(little, tokens);
      const named = before.content.filter((one) => isIn(sentence, one) && one.end <= little.start && isChoosable(one));
      for (const one of named) stances.set(one, DEMANDED_ALONE);
      continue;
    }
    for (const one of listBefore(little, before)) stances.set(one, DEMANDED_ALONE);
  }
}

function isDenied({ start }: Mention, text: string): boolean {
  const denial = TO_DENIAL.exec(text.slice(start, start + LONGEST))?.groups?.denial ?? "";
  return DENIAL.test(denial) && !INDIFFERENT.test(denial);
}

/** In characters, from "other than" to what denies it. */
const LONGEST = 44;
