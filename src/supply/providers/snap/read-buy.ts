import type { RemoteBuy, RemotePackage, RemoteState } from "../contract/plan.ts";
import { ok } from "../contract/provider-error.ts";
import { type Lossless, readLossless } from "../kit/lossless.ts";
import { textAt } from "../kit/read.ts";
import { type Link, sequence } from "../kit/sequence.ts";
import { readItems } from "./errors.ts";
import { encoded, nextPage, snapRequest } from "./requests.ts";
import { adOf, stateOf } from "./states.ts";

/** What has been read so far. */
export interface Reading {
  readonly mirror: RemoteBuy;
  readonly next: string | null;
}

/** Reads the campaign, its squads and their ads; what is no longer listed is gone. */
export function readLinks<I>(
  mirrorOf: (input: I) => RemoteBuy,
): (input: I, known: Reading) => readonly Link<I, Reading>[] {
  return (input) => {
    const { campaign, packages } = mirrorOf(input);
    return [
      {
        request: () => snapRequest("GET", `/campaigns/${encoded(campaign.id)}`, "read"),
        read(reply, known) {
          const items = readItems(reply, "campaigns", "campaign");
          const [entity] = items.ok ? items.value : [];
          if (!items.ok && items.error.kind !== "not_found") return items;
          const found = entity === undefined ? gone(known.mirror.campaign) : stateOf(entity);
          const merged = merge(known.mirror.campaign, found);
          return ok({ known: { ...known, mirror: { ...known.mirror, campaign: merged } } });
        },
      },
      listing(
        `/campaigns/${encoded(campaign.id)}/adsquads`,
        ["adsquads", "adsquad"],
        (part, entity) => (textAt(entity, "id") === part.id ? { ...part, ...merge(part, stateOf(entity)) } : part),
        (part) => ({ ...part, ...gone(part) }),
        (part, entity) => textAt(entity, "id") === part.id,
      ),
      ...packages.map((one) =>
        listing<I>(
          `/adsquads/${encoded(one.id)}/ads`,
          ["ads", "ad"],
          (part, entity) => (part.id === one.id ? withAd(part, entity) : part),
          (part) => part,
          () => true,
        ),
      ),
    ];
  };
}

function listing<I>(
  path: string,
  [list, item]: readonly [string, string],
  take: (part: RemotePackage, entity: Lossless) => RemotePackage,
  missing: (part: RemotePackage) => RemotePackage,
  isOf: (part: RemotePackage, entity: Lossless) => boolean,
): Link<I, Reading> {
  return {
    request: (_, { next }) =>
      (next === null ? undefined : nextPage(next)) ?? snapRequest("GET", path, "read", { query: [["limit", "1000"]] }),
    read(reply, known) {
      const items = readItems(reply, list, item);
      if (!items.ok && items.error.kind !== "not_found") return items;
      const entities = items.ok ? items.value : [];
      const body = readLossless(reply.text);
      const next = (items.ok && textAt(body, "paging", "next_link")) || null;
      const packages = known.mirror.packages.map((part) => {
        const taken = entities.reduce<RemotePackage>((before, entity) => take(before, entity), part);
        const isWhole = known.next === null && next === null;
        return isWhole && !entities.some((entity) => isOf(part, entity)) ? missing(taken) : taken;
      });
      return ok({ known: { next, mirror: { ...known.mirror, packages } }, again: next !== null });
    },
  };
}

function withAd(part: RemotePackage, entity: Lossless): RemotePackage {
  const id = textAt(entity, "id");
  return {
    ...part,
    ads: part.ads.map((ad) => (ad.id === id ? { ...ad, ...adOf(entity, ad.creativeId) } : ad)),
  };
}

/** Unknown values leave the last ones unchanged, with the new raw value next to them. */
function merge<S extends RemoteState>(before: S, found: RemoteState | undefined): S {
  if (!found) return before;
  const delivery = found.delivery === "unknown" ? before.delivery : found.delivery;
  const configured = found.configured === "unknown" ? before.configured : found.configured;
  return { ...before, configured, delivery, raw: found.raw };
}

function gone(state: RemoteState): RemoteState {
  return { id: state.id, configured: "gone", delivery: "ended", raw: "not listed" };
}

export const readBuy = sequence<RemoteBuy, Reading, RemoteBuy>(
  readLinks((mirror) => mirror),
  (mirror) => ({ mirror, next: null }),
  ({ mirror }) => mirror,
);
