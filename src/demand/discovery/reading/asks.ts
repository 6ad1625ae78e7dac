import { type Chip, labelOf, lineOf, readBrief } from "../../../ground/brief/index.ts";
import { type Offer, readOffer } from "../../../ground/ranking/offer-reading.ts";
import type { Refinement } from "../../../ground/seller-agent/index.ts";
import type { RefinementAnswer } from "../search/seller-answer.ts";
import { type SessionAsk, sessionAskOf } from "./session-ask.ts";

/** A refinement in words, as it was understood; the session remembers it. */
export interface Ask {
  readonly ask: string;
  readonly chips: readonly Chip[];
}

/** The maximum that a session remembers. The oldest is removed first. */
const MOST_ASKS = 50;
/** Asking for more of something excludes nothing. */
const MORE = 0.5;
const NTH = /^nth-(\d)$/;

/** What was shown, best first: "the second" is one of these. */
export type Shown = readonly Offer[];

interface ReadAsk extends Ask {
  /** The marketplace's own interpretation; undefined if it is up to the sellers. */
  readonly outcome: RefinementAnswer | undefined;
}

export interface ReadAsks {
  /** What the session remembers from now on. */
  readonly asks: readonly Ask[];
  /** At the position of each refinement: undefined if there is nothing to say of it here. */
  readonly read: readonly (ReadAsk | undefined)[];
}

/** Reads refinements in their order: some of them take back earlier ones, which may be of the same request. */
export function readAsks(refine: readonly Refinement[], earlier: readonly Ask[], shown: Shown): ReadAsks {
  let asks = earlier;
  const read = refine.map((one) => {
    const meaning = one.scope === "request" ? sessionAskOf(one.ask) : undefined;
    if (meaning) {
      const outcome = takeBack(meaning, asks);
      asks = meaning === "reset" ? [] : asks.slice(0, -1);
      return { ask: "", chips: [], outcome };
    }
    const ask = readAsk(one, shown);
    if (ask && ask.chips.length > 0) asks = [...asks, { ask: ask.ask, chips: ask.chips }].slice(-MOST_ASKS);
    return ask;
  });
  return { asks, read };
}

function takeBack(meaning: SessionAsk, asks: readonly Ask[]): RefinementAnswer {
  const last = asks.at(-1);
  if (meaning === "reset") return { status: "applied", notes: `back to the brief; asks taken back: ${asks.length}` };
  if (!last) return { status: "unable", notes: "there is no ask to take back" };
  return { status: "applied", notes: `taken back: ${last.ask ? `"${last.ask}"` : last.chips.map(inShort).join(", ")}` };
}

function readAsk(refinement: Refinement, shown: Shown): ReadAsk | undefined {
  if (refinement.scope === "request") return inWords(refinement.ask, shown);
  if (refinement.scope !== "product" || refinement.action !== "more_like_this") return undefined;
  const like = shown.find(({ product }) => product.productId === refinement.productId);
  return like && { ask: "", chips: likenessOf(like), outcome: undefined };
}

function inWords(ask: string, shown: Shown): ReadAsk {
  const { chips, terms, says } = readBrief(ask);
  const [nth] = Array.from(says, (id) => NTH.exec(id)?.[1]).filter((one) => one !== undefined);
  if (nth !== undefined && says.has("likeness")) return likeNth(ask, Number(nth), shown);
  const meant = says.has("more")
    ? chips.map((chip) => (chip.negated ? chip : { ...chip, certainty: Math.min(chip.certainty, MORE) }))
    : chips;
  if (meant.length === 0) return { ask, chips: [], outcome: undefined };
  const unread = terms.filter(({ isKnown }) => !isKnown).map(({ word }) => word);
  const notes = `read as ${meant.map(inShort).join(", ")}${unread.length > 0 ? `; not understood: ${unread.join(", ")}` : ""}`;
  return { ask, chips: meant.map(said), outcome: { status: unread.length > 0 ? "partial" : "applied", notes } };
}

function likeNth(ask: string, nth: number, shown: Shown): ReadAsk {
  const like = shown[nth - 1];
  if (!like)
    return {
      ask,
      chips: [],
      outcome: { status: "unable", notes: `${shown.length} products were shown, and no number ${nth}` },
    };
  const chips = likenessOf(like);
  const notes = chips.length > 0 ? `read as ${chips.map(inShort).join(", ")}, like "${like.product.name}"` : undefined;
  return {
    ask,
    chips,
    outcome: {
      status: notes ? "applied" : "unable",
      notes: notes ?? `"${like.product.name}" does not say what it is about`,
    },
  };
}

/** A product's subjects, as preferences: they rank similar products first and exclude nothing. */
function likenessOf(offer: Offer): Chip[] {
  return [...readOffer(offer).concepts.keys()].flatMap((key): Chip[] => {
    const [kind, concept = ""] = key.split(":");
    if (kind !== "topic" && kind !== "audience") return [];
    const value = lineOf(kind, concept)?.taxonomyId ?? concept;
    return [{ kind, value, concept, negated: false, span: null, certainty: 0.9 }];
  });
}

/** A span belongs to the brief, and this is from elsewhere. */
function said(chip: Chip): Chip {
  return { ...chip, span: null };
}

export function inShort({ kind, value, concept, negated, currency }: Chip): string {
  const name = kind === "topic" || kind === "audience" || kind === "season" ? labelOf(kind, concept) : value;
  const amount = kind === "maxCpm" ? `at most ${value}${currency ? ` ${currency}` : ""} per mille` : name;
  return negated ? `no ${amount}` : amount;
}
