import { type Chip, isFirm } from "./chip.ts";
import { has, type Mention, type Mentions } from "./mention.ts";

/** A part of a brief about what is advertised, about the people who are to see it, or about whoever writes. */
export interface Passage {
  readonly about: "sold" | "sought" | "writer";
  readonly start: number;
  readonly end: number;
}

/** "5.000 Euro" ends no sentence. */
const SENTENCE_END = /\.(?!\d)|[!?…\n。؟！？;]/g;

/**
 * "We sell board games. Reach people who …": from the introducing words to the next such words or the end of the
 * sentence.
 */
export function passagesIn(text: string, { scope }: Mentions): Passage[] {
  const markers = scope
    .flatMap((mention) => {
      const about = has(mention, "scope", "sells") ? "sold" : has(mention, "scope", "seeks") ? "sought" : undefined;
      return about === undefined ? [] : [{ about, start: mention.start, after: mention.end } as const];
    })
    .sort((a, b) => a.start - b.start);
  const ends = Array.from(text.matchAll(SENTENCE_END), ({ index }) => index);
  let next = 0;
  const passages = markers.map(({ about, start, after }, place) => {
    while (next < ends.length && (ends[next] ?? 0) < after) next++;
    return { about, start, end: Math.min(ends[next] ?? text.length, markers[place + 1]?.start ?? text.length) };
  });
  return [...passages, ...aboutWriter(text, scope, { ends, passages })];
}

/** A brief of fewer sentences has nothing to spare for whoever writes it. */
const MAIL = 3;
/** "We are a studio for people with bad backs" says who is sought as well. */
const WHOM =
  /\b(?:for|für|pour|para|per|voor|dla|aimed|meant|goes to|geht an|richtet|gaat naar|trafia)\b|向け|方に|人に|対象|لل/iu;

interface Parts {
  readonly ends: readonly number[];
  readonly passages: readonly Passage[];
}

/** The sentences of a mail in which its writer speaks of nothing but the own firm: "We employ fourteen people and cook with …". */
function aboutWriter(text: string, scope: readonly Mention[], { ends, passages }: Parts): Passage[] {
  if (ends.length < MAIL) return [];
  const own = scope.filter((mention) => has(mention, "scope", "of-writer"));
  return [...ends, text.length].flatMap((end, place) => {
    const start = place === 0 ? 0 : (ends[place - 1] ?? 0) + 1;
    const isIn = (one: { readonly start: number }) => one.start >= start && one.start < end;
    if (!own.some(isIn) || passages.some(isIn) || WHOM.test(text.slice(start, end))) return [];
    return [{ about: "writer", start, end }];
  });
}

const LAST: Readonly<Record<Passage["about"], number>> = { sought: 0, sold: 2, writer: 3 };
/** In no passage. */
const OUTSIDE = 1;

/**
 * Of several chips for one thing the most certain counts, and of equal ones the one about who is sought; excluded once
 * means excluded.
 */
export function joined(chips: readonly Chip[], passages: readonly Passage[]): Chip[] {
  const lastOf = ({ span }: Chip) => {
    const within = passages.find(({ start, end }) => span !== null && span.start >= start && span.end <= end);
    return within ? LAST[within.about] : OUTSIDE;
  };
  const byThing = Map.groupBy(
    chips,
    ({ kind, value, concept }) => `${kind} ${value} ${kind === "country" || kind === "channel" ? "" : concept}`,
  );
  return [...byThing.values()].flatMap((same) => {
    const refused = same.filter(({ negated }) => negated);
    // "Power tools, but not for those who do it at home": who does something is less than the thing.
    const isWanted = !refused.some(isFirm) && same.some((chip) => !chip.negated && isFirm(chip));
    const among = refused.length > 0 && !isWanted ? refused : same;
    return among.toSorted((a, b) => b.certainty - a.certainty || lastOf(a) - lastOf(b)).slice(0, 1);
  });
}
