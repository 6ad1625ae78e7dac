import type { BriefReading } from "../../brief/index.ts";
import { canonicalChannel } from "../../channels/channel.ts";
import type { Offer } from "../offer-reading.ts";
import type { Unit } from "../units.ts";

/** So much of a subject is the subject. */
const MET = 0.8;

/**
 * "Prestige TV drama, business podcasts and car reviews": a medium and the subject beside it are one of the things that a brief asks for.
 * Returns whether a product is in such a medium and about its subject.
 */
export function pairsFor({ subjectsOfMedia }: BriefReading, units: readonly Unit[]) {
  const pairs = subjectsOfMedia.flatMap(({ channel, topic }) => {
    const unit = units.findIndex(({ key }) => key === `topic:${topic}`);
    return unit < 0 ? [] : [{ unit, channel }];
  });
  return ({ product }: Offer, shares: Float64Array): boolean =>
    pairs.some(
      ({ unit, channel }) =>
        (shares[unit] ?? 0) >= MET && product.channels.some((one) => canonicalChannel(one) === channel),
    );
}
