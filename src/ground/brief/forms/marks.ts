import type { Span } from "../polarity/clause.ts";
import type { FormField } from "./form-field.ts";
import { linesOf } from "./lines.ts";

const MARK =
  /(?<good>[✅✔✓☑👍○◯⭕◎]|\[[xX✓]\])\uFE0F?|(?<bad>[❌✗✘✖✕🚫⛔👎☒🛑]|×(?!\s?\d))\uFE0F?|(?<open>\[ ?\](?!\()|☐)/gu;
/** Nothing of the same part stands here. */
const EDGE = /^\s*(?:$|[.;,|!?。、，])/u;
const EDGE_BEFORE = /(?:^|[.;,|!?。、，])[\s\u3000*•-]*$/u;
/** It forbids what stands behind it, as on a road sign. */
const SIGNS = /^[🚫⛔🛑]/u;
/** "❌ video | Geo: Italy": a stroke, or the next label. */
const CLAUSE_END = /[.;!?。！？](?=\s|$)|[|｜]|\s\p{L}{2,20}[:：]/u;

interface Mark extends Span {
  readonly side: "refused" | "wanted" | "open";
  readonly sign: string;
}

/** "✅ CTV ❌ Radio", "Social ❌ Podcast ✅", "[x] CTV": the marks of each line stand all before what they mark, or all behind it. */
export function markedFields(text: string): FormField[] {
  if (!/[^\s\w.,;:!?'"()-]|\[[ xX]?\]/.test(text)) return [];
  return linesOf(text).flatMap(({ start, text: line }) => {
    const marks = marksIn(line);
    const isBehind = areBehind(marks, line);
    return marks.map((mark, at) => {
      const span = isBehind ? spanBefore(mark, marks[at - 1], line) : spanBehind(mark, marks[at + 1], line);
      return {
        isKnown: true,
        isList: true,
        label: { start: start + mark.start, end: start + mark.start },
        values: [{ start: start + span.start, end: start + span.end }],
        ...(mark.side === "open" ? { side: "past" as const } : { side: mark.side }),
      };
    });
  });
}

function marksIn(line: string): Mark[] {
  const marks = Array.from(line.matchAll(MARK), ({ index, 0: sign, groups }): Mark => {
    const side = groups?.good ? "wanted" : groups?.bad ? "refused" : "open";
    return { start: index, end: index + sign.length, side, sign };
  });
  // "300 × 250".
  const meant = marks.filter(({ start, sign }) => sign !== "×" || !/\d\s?$/.test(line.slice(0, start)));
  return meant.every((mark) => isConnecting(mark, line)) ? [] : meant;
}

/** 「旅行×グルメ」: where no other mark is on the line, it joins the words on either side. */
function isConnecting({ start, end, sign }: Mark, line: string): boolean {
  return sign === "×" && /[\p{L}ー]\s?$/u.test(line.slice(0, start)) && /^\s?\p{L}/u.test(line.slice(end));
}

function areBehind(marks: readonly Mark[], line: string): boolean {
  const [first] = marks;
  const last = marks.at(-1);
  if (!first || !last || EDGE_BEFORE.test(line.slice(0, first.start))) return false;
  if (EDGE.test(line.slice(first.end)) || EDGE.test(line.slice(last.end))) return true;
  // "Channels: ✅ CTV ❌ radio".
  if (/[:：]\s*$/u.test(line.slice(0, first.start))) return false;
  return new Set(marks.map(({ side }) => side)).size > 1 && !SIGNS.test(first.sign);
}

function spanBefore({ start }: Mark, previous: Mark | undefined, line: string): Span {
  const from = previous?.end ?? 0;
  const part = line.slice(from, start);
  const edge = Math.max(...[".", ";", ",", "!", "?", "|", "、", "。"].map((sign) => part.trimEnd().lastIndexOf(sign)));
  return { start: from + edge + 1, end: start };
}

function spanBehind({ end }: Mark, next: Mark | undefined, line: string): Span {
  const part = line.slice(end, next?.start ?? line.length);
  const edge = CLAUSE_END.exec(part)?.index ?? part.length;
  return { start: end, end: end + edge };
}

/** Lines that begin with a plus and others that begin with a minus: what comes in, and what stays out. */
export function plusAndMinus(text: string): FormField[] {
  if (!/^[ \t]*\+ ?\p{L}/mu.test(text)) return [];
  return linesOf(text).flatMap(({ start, end, text: line }) => {
    const sign = /^[ \t]{0,12}(?<sign>[+–−-]) ?(?=\p{L})/u.exec(line);
    if (!sign) return [];
    const value = { start: start + sign[0].length, end };
    const side = sign.groups?.sign === "+" ? "wanted" : "refused";
    return [{ isKnown: true, isList: true, label: { start, end: start }, values: [value], side } as const];
  });
}
