import { type Chip, isFirm } from "./chip.ts";
import { has, isTelling, type Mention, type Mentions } from "./mention.ts";

/**
 * A part of a brief about what is advertised, about the people who are to see it and what else is told of them, or about whoever
 * writes.
 */
export interface Passage {
  readonly about: "sold" | "sought" | "circumstance" | "writer";
  readonly start: number;
  readonly end: number;
}

/** "5.000 Euro" ends no sentence. */
const SENTENCE_END = /\.(?!\d)|[!?…\n。؟！？;]/g;

/**
 * "We sell board games. Reach people who …": from the introducing words to the next such words or the end of the
 * sentence.
 */
export function passagesIn(text: string, mentions: Mentions): Passage[] {
  const { scope } = mentions;
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
  const split = passages
    .map((passage, place) => fromObject(passage, [passages[place - 1], passages[place + 1]], { ends, mentions }))
    .flatMap((passage) => withBuyers(passage, text, mentions));
  return [...split, ...aboutWriter(text, scope, { ends, passages: split })];
}

/** A verb and little else, in characters. */
const SHORT = 24;

/** "Wir möchten Notare ansprechen": where the verb is last, whom it seeks stands before it. */
function fromObject(
  passage: Passage,
  [previous, next]: readonly (Passage | undefined)[],
  { ends, mentions: { content } }: { readonly ends: readonly number[]; readonly mentions: Mentions },
): Passage {
  const isSubject = (one: Mention) => one.senses.some(({ kind }) => kind === "topic" || kind === "audience");
  const isIn = (from: number, to: number) =>
    content.some((one) => isSubject(one) && one.start >= from && one.end <= to);
  if (passage.about !== "sought" || passage.end - passage.start > SHORT || isIn(passage.start, passage.end))
    return passage;
  const start = (ends.findLast((end) => end < passage.start) ?? -1) + 1;
  return next?.start === passage.end || (previous && previous.end > start) || !isIn(start, passage.start)
    ? passage
    : { ...passage, start };
}

/** "We make boots for firefighters": whom a ware is for is sought. */
function withBuyers(passage: Passage, text: string, { scope, content }: Mentions): Passage[] {
  if (passage.about !== "sold") return [passage];
  const isFor = (one: Mention) => has(one, "scope", "closer") && FOR.test(text.slice(one.start, one.end));
  const word = scope.find((one) => isFor(one) && one.start > passage.start && one.end < passage.end);
  const isNamed = (one: Mention) =>
    word && one.start >= word.end && one.end <= passage.end && one.senses.some(isTelling);
  if (!word || !content.some(isNamed)) return [passage];
  return [
    { ...passage, end: word.start },
    { about: "sought", start: word.start, end: passage.end },
  ];
}

const FOR = /^(?:for|für|fur|pour|para|per|voor|dla)$/i;

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

/** A short brief that tells nothing of a ware or its writer asks for all that it names: "weekend travel for people who like coffee". */
export function asksForAll(passages: readonly Passage[], text: string): boolean {
  const isOnPeople = ({ about }: Passage) => about === "sought" || about === "circumstance";
  return passages.every(isOnPeople) && (text.match(SENTENCE_END)?.length ?? 0) < MAIL;
}

const LAST: Readonly<Record<Passage["about"], number>> = { sought: 0, circumstance: 1, sold: 2, writer: 3 };
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

/**
 * "Riders who have a family and spend their weekends away": whom a passage names first is sought, and what is told of them behind it is
 * beside it.
 */
export function withCircumstances(
  passages: readonly Passage[],
  chips: readonly Chip[],
  { scope }: Mentions,
): readonly Passage[] {
  const named = chips.flatMap(({ kind, concept, negated, span }) =>
    !negated && isTelling({ kind, id: concept }) ? (span ?? []) : [],
  );
  const relatives = scope
    .filter((one) => has(one, "scope", "relative") || has(one, "scope", "those-who"))
    .map(({ start }) => start)
    .sort((a, b) => a - b);
  let last: Passage | undefined;
  return passages.flatMap((passage): Passage[] => {
    if (passage.about !== "sought") return [passage];
    // "Philatelists, those who spend their Sundays …"
    const isOfLast =
      last &&
      passage.start - last.end <= 1 &&
      relatives.some((at) => at >= passage.start && at - passage.start <= OPENING);
    if (isOfLast) return [{ ...passage, about: "circumstance" }];
    const first = Math.min(
      ...named.filter(({ start, end }) => start >= passage.start && end <= passage.end).map(({ start }) => start),
    );
    if (first === Number.POSITIVE_INFINITY) return [passage];
    last = passage;
    const cut = relatives.find((at) => at > first && at < passage.end);
    if (cut === undefined) return [passage];
    return [
      { ...passage, end: cut },
      { ...passage, about: "circumstance", start: cut },
    ];
  });
}

/** A relative pronoun is at most this many characters behind the beginning of its passage. */
const OPENING = 3;
