import type { Mention } from "./mention.ts";

/** How a mention is meant: wanted or not, and how certainly. */
export interface Stance {
  readonly negated: boolean;
  /** "Ideally", "for example": a preference, not a requirement. */
  readonly hedged: boolean;
  /** "Only": nothing of its kind besides. */
  readonly exclusive: boolean;
  /** It was taken back, or only supposed: "podcasts, no wait, radio". */
  readonly withdrawn?: true;
  /** A place that was named in passing is the market: "we export to Norway, and advertise there". */
  readonly resumed?: true;
  /** It was denied that it be left out, or is named beside what is: "no plan without radio", "take out radio and put in podcasts". */
  readonly insisted?: true;
  /** A form's label, table or mark says so, and words beside it do not change it. */
  readonly isField?: true;
}

export const WANTED: Stance = { negated: false, hedged: false, exclusive: false };
export const PREFERRED: Stance = { negated: false, hedged: true, exclusive: false };
export const DEMANDED_ALONE: Stance = { negated: false, hedged: false, exclusive: true };
export const INSISTED: Stance = { negated: false, hedged: false, exclusive: false, insisted: true };
export const REFUSED: Stance = { negated: true, hedged: false, exclusive: false };
/** "Rather not." */
export const AVOIDED: Stance = { negated: true, hedged: true, exclusive: false };
export const WITHDRAWN: Stance = { negated: false, hedged: false, exclusive: false, withdrawn: true };

/** It is taken out of what is refused, and is no demand either, whatever the words beside it are like. */
export const LEFT: Stance = { negated: false, hedged: false, exclusive: false, withdrawn: true, isField: true };

/** What mentions of a text are weighed in. */
interface Weighed {
  readonly stances: Map<Mention, Stance>;
}

export function withdraw(mention: Mention, { stances }: Weighed): void {
  stances.set(mention, WITHDRAWN);
}

/** Refused, or demanded alone: what is told beside it changes nothing. */
export function isStrict(mention: Mention, { stances }: Weighed): boolean {
  const stance = stances.get(mention);
  return stance?.negated === true || stance?.exclusive === true;
}
