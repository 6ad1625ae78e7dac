import type { Chip } from "../chip.ts";

/** 「屋外広告（デジタルを除く）」, "affichage (hors digital)": all that may stand between. */
const BESIDE =
  /^[\s、,،]{0,2}[(（]?\s?(?:ただし)?(?:hors|sans|sin|senza|sem|ohne|zonder|bez|without|excluding|except|no|excl\.?)?\s?(?:le |el |il |o )?$/iu;
const DIGITAL: ReadonlySet<string> = new Set(["display", "olv"]);

/** Who wants posters and refuses what is digital refuses digital posters, and no websites. */
export function withoutDigitalPosters(chips: readonly Chip[], text: string): readonly Chip[] {
  const refused = chips.filter((one) => one.negated && one.concept === "online-anywhere" && DIGITAL.has(one.value));
  const posters = chips.filter(({ kind, concept, negated }) => kind === "channel" && concept === "ooh-all" && !negated);
  const [digital] = refused;
  const isBeside = posters.some(({ span }) => span && BESIDE.test(text.slice(span.end, digital?.span?.start)));
  if (!digital || !isBeside) return chips;
  return chips
    .filter((one) => !refused.includes(one) && !(posters.includes(one) && one.value === "dooh"))
    .concat({ ...digital, concept: "dooh", value: "dooh" });
}
