import type { ProviderRequest } from "../../contract/http.ts";
import type { AnyJob, JobContext } from "../../contract/job.ts";
import type { RemoteBuy, RemotePackage, RemoteState } from "../../contract/plan.ts";
import { ok } from "../../contract/provider-error.ts";
import type { Lossless } from "../lossless.ts";
import { type Link, sequence } from "../sequence.ts";
import type { Entity, Levels } from "./levels.ts";

/** What has been read so far. */
export interface Reading {
  readonly mirror: RemoteBuy;
  readonly next: ProviderRequest | null;
  /** The ids listed so far: objects that are not among them at the end of the list are gone. */
  readonly seen: readonly string[];
}

export function beginReading(mirror: RemoteBuy): Reading {
  return { mirror, next: null, seen: [] };
}

/** Reads the campaign, its groups and their ads. */
export function readLinks<I>(levels: Levels, { campaign, packages }: RemoteBuy): readonly Link<I, Reading>[] {
  return [
    {
      request: (_, __, ctx) => levels.get("campaign", campaign.id, ctx),
      read(reply, known) {
        const raw = levels.readOne(reply);
        if (!raw.ok && raw.error.kind !== "not_found") return raw;
        const seen = raw.ok ? levels.entity(raw.value, "campaign") : undefined;
        const before = known.mirror.campaign;
        const after = raw.ok ? merged(before, seen) : goneFrom(before);
        return ok({ known: { ...known, mirror: { ...known.mirror, campaign: after } } });
      },
    },
    listing(
      levels,
      (ctx) => levels.list("group", campaign.id, ctx),
      (part, raw) => {
        const seen = levels.entity(raw, "group");
        return seen?.id === part.id ? merged(part, seen) : part;
      },
      (part, seen) => (seen.includes(part.id) ? part : goneFrom(part)),
    ),
    ...packages.map((one) =>
      listing<I>(
        levels,
        (ctx) => levels.list("ad", one.id, ctx),
        (part, raw) => (part.id === one.id ? withAd(levels, part, raw) : part),
        (part) => part,
      ),
    ),
  ];
}

function listing<I>(
  levels: Levels,
  first: (ctx: JobContext) => ProviderRequest,
  take: (part: RemotePackage, raw: Lossless) => RemotePackage,
  atEnd: (part: RemotePackage, seen: readonly string[]) => RemotePackage,
): Link<I, Reading> {
  return {
    request: (_, { next }, ctx) => next ?? first(ctx),
    read(reply, { mirror, next: asked, seen }, _, ctx) {
      const listed = levels.readList(reply, asked ?? first(ctx));
      if (!listed.ok && listed.error.kind !== "not_found") return listed;
      const { items, next } = listed.ok ? listed.value : { items: [], next: null };
      const named = [...seen, ...items.flatMap((raw) => levels.entity(raw, "group")?.id ?? [])];
      const packages = mirror.packages.map((part) => {
        const taken = items.reduce<RemotePackage>(take, part);
        return next === null ? atEnd(taken, named) : taken;
      });
      const known = { mirror: { ...mirror, packages }, next, seen: next === null ? [] : named };
      return ok({ known, again: next !== null });
    },
  };
}

function withAd(levels: Levels, part: RemotePackage, raw: Lossless): RemotePackage {
  const seen = levels.entity(raw, "ad");
  const ads = part.ads.map((ad) => (ad.id === seen?.id ? { ...merged(ad, seen), review: levels.review(raw) } : ad));
  return { ...part, ads };
}

function merged<S extends RemoteState>(before: S, seen: Entity | undefined): S {
  if (!seen) return before;
  const { configured, delivery, raw } = seen;
  return { ...before, configured, delivery, raw };
}

function goneFrom<S extends RemoteState>(before: S): S {
  return { ...before, configured: "gone", delivery: "ended", raw: "not listed" };
}

export function readLevels(levels: Levels): AnyJob<RemoteBuy, RemoteBuy> {
  return sequence<RemoteBuy, Reading, RemoteBuy>(
    (mirror) => readLinks(levels, mirror),
    beginReading,
    ({ mirror }) => mirror,
  );
}
