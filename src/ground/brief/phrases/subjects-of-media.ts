import { type Chip, isFirm } from "../chip.ts";

/** "Business podcasts": a medium, and the subject beside it. */
export interface MediumSubject {
  /** AdCP's channel. */
  readonly channel: string;
  /** A chip's concept. */
  readonly topic: string;
}

/** "Podcasts about business", 「ビジネス系のポッドキャスト」: what may stand between the two. */
const BETWEEN =
  /^(?:[\s-]*|\s(?:on|about|for|über|zu|zum|zur|rund um|sur|de|d['’]|sobre|su|di|over|voor|o|dla|z)\s(?:\p{L}{1,3}['’ ])?|の|系の?)$/u;

/** Of all chips of a text, also where one is named again. */
export function subjectsOfMedia(chips: readonly Chip[], text: string): MediumSubject[] {
  const of = (kind: Chip["kind"]) => chips.filter((chip) => chip.kind === kind && !chip.negated && isFirm(chip));
  const topics = of("topic");
  if (topics.length === 0) return [];
  return of("channel").flatMap((medium) =>
    topics
      .filter((topic) => isBeside(medium, topic, text))
      .map(({ concept }) => ({ channel: medium.value, topic: concept })),
  );
}

function isBeside({ span: one }: Chip, { span: other }: Chip, text: string): boolean {
  if (!one || !other) return false;
  const [first, last] = one.end <= other.start ? [one, other] : [other, one];
  return (
    first.end <= last.start && last.start - first.end <= FURTHEST && BETWEEN.test(text.slice(first.end, last.start))
  );
}

/** In characters. */
const FURTHEST = 16;
