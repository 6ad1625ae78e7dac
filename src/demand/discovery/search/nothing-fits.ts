import { type BriefReading, isFirm } from "../../../ground/brief/index.ts";
import { lazily } from "../../../ground/caches/index.ts";
import { isFitting } from "../../../ground/ranking/fit.ts";
import { isSilent } from "../../../ground/ranking/offer-reading.ts";
import type { Ranked } from "../../../ground/ranking/rank-products.ts";
import { inShort } from "../../../ground/refining/index.ts";
import type { EmptyReason, Nearest } from "./empty-reason.ts";
import type { Filtered, Removal } from "./filter-products.ts";

export type Judged = Ranked<Filtered>;

const MOST_NEAREST = 3;

/** With more than this share of products that cannot be judged, one of them may be what is asked for. */
const UNJUDGED = 0.03;

/** Whether the brief was understood, but no product fits. A product that does not say what it is about is not judged. */
export function isNothingFitting(reading: BriefReading, ranked: readonly Judged[]): boolean {
  return (
    ranked.length > 0 &&
    ranked.every((one) => one.relevance && !isFitting(one.relevance.fit)) &&
    ranked.filter(isSilent).length <= UNJUDGED * ranked.length &&
    isSurelyRead(reading)
  );
}

/** A brief of whose words most are unknown may be about anything: the nearest are shown, as the weak matches that they are. */
function isSurelyRead({ chips, terms }: BriefReading): boolean {
  const firm = chips.filter((chip) => !chip.negated && isFirm(chip));
  const subjects = firm.filter(({ kind }) => kind === "topic" || kind === "audience" || kind === "season");
  // Without a subject, what the brief demands of places and channels is all that it asks.
  if (subjects.length === 0 && firm.length > 0) return true;
  const known = new Set(subjects.map(({ span }) => span?.start)).size;
  const unknown = terms.filter(({ isKnown, isRefused }) => !isKnown && !isRefused).length;
  return unknown <= MOST_UNKNOWN * known + 1;
}

/** So many unknown words for each that is known. */
const MOST_UNKNOWN = 4;

/** Why nothing fits: what is requested, what is closest, and what would have to change. */
export function nothingFits(
  reading: BriefReading,
  ranked: readonly Judged[],
  excluded: readonly Judged[],
  removed: readonly Removal[],
): EmptyReason {
  const wants = reading.chips.filter(({ kind, negated }) => !negated && (kind === "topic" || kind === "audience"));
  const about =
    wants.length > 0
      ? `a brief about ${all().format([...new Set(wants.map(inShort))].slice(0, 4))}`
      : "what the brief asks for";
  const nearest = [...ranked, ...excluded]
    .toSorted((a, b) => (b.relevance?.score ?? 0) - (a.relevance?.score ?? 0))
    .filter(({ relevance }) => (relevance?.score ?? 0) > 0)
    .slice(0, MOST_NEAREST)
    .map(nearestOf);
  const barred = excluded.filter(({ relevance }) => relevance && isFitting(relevance.fit)).length;
  const filters = removed.filter(({ because }) => because !== "default").map(({ filter }) => filter);
  const broader = nearest.length > 0 ? "what the nearest are about" : "something broader";
  const message =
    barred > 0
      ? `None of the ${ranked.length} products that are left fits ${about}. ${barred} of those that were removed would: ask for other ${all().format([...new Set(filters)])}`
      : `None of ${ranked.length + excluded.length} products fits ${about}: ask for ${broader}, or ask again when other sellers are listed`;
  return { code: "nothing_fits", message, nearest };
}

function nearestOf({ product, salesAgentId, relevance }: Judged): Nearest {
  const { productId, name } = product;
  return { productId, salesAgentId, name, score: relevance?.score ?? 0, why: relevance?.why ?? "" };
}

const all = lazily(() => new Intl.ListFormat("en", { type: "conjunction" }));
