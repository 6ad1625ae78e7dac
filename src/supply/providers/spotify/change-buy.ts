import type { JobContext } from "../contract/job.ts";
import type { Change, PlannedPackage, RemoteBuy } from "../contract/plan.ts";
import { ok } from "../contract/provider-error.ts";
import type { Writable } from "../kit/lossless.ts";
import { type Link, sequence } from "../kit/sequence.ts";
import { changeable } from "./bodies.ts";
import { readEntity, readSpotify } from "./errors.ts";
import { type Reading, readLinks, UNREAD } from "./read-buy.ts";
import { encoded, home, placeOf, spotifyJson, spotifyRequest } from "./requests.ts";

interface Changing extends Reading {
  /** Whether the buy has been published; null until that is known. */
  readonly published: boolean | null;
}

type ChangeLink = Link<Change, Changing>;

const whether: ChangeLink = {
  request: ({ mirror }, _, ctx) => spotifyRequest("GET", home(ctx, `campaigns/${encoded(mirror.campaign.id)}`), "read"),
  read(reply, known) {
    const entity = readEntity(reply);
    return entity.ok ? ok({ known: { ...known, published: entity.value !== null } }) : entity;
  },
};

/** Repeating the same update has no further effect, so nothing has to be looked up. */
function patch(
  path: string,
  effect: "write" | "spend",
  fields: (ctx: JobContext) => Readonly<Record<string, Writable>>,
): ChangeLink {
  return {
    request: (_, { published }, ctx) =>
      spotifyJson("PATCH", home(ctx, placeOf(published === true, path)), published ? effect : "write", fields(ctx)),
    read(reply, known) {
      const body = readSpotify(reply);
      return body.ok ? ok({ known }) : body;
    },
  };
}

/** Deletes a draft; one that is already gone counts as deleted. */
function discard(path: string): ChangeLink {
  return {
    request: (_, __, ctx) => spotifyRequest("DELETE", home(ctx, `drafts/${path}`), "write"),
    read(reply, known) {
      const body = readSpotify(reply);
      return body.ok || body.error.kind === "not_found" ? ok({ known }) : body;
    },
  };
}

/** Whatever stops is written first, and whatever starts running last, so that nothing delivers with half of a change. */
function linksOf(change: Change, published: boolean): readonly ChangeLink[] {
  const { before, after, mirror, cancel, canceled } = change;
  const campaignPath = `campaigns/${encoded(mirror.campaign.id)}`;
  if (cancel) return [published ? patch(campaignPath, "write", () => ({ status: "ARCHIVED" })) : discard(campaignPath)];
  const removed = mirror.packages
    .filter(({ packageId }) => canceled.includes(packageId))
    .map(({ id }) => `ad_sets/${encoded(id)}`)
    .map((path) => (published ? patch(path, "write", () => ({ delivery: "OFF" })) : discard(path)));
  const sets = after.packages.flatMap((part) => setLinks(change, part));
  // A draft's campaign is paused until it is published, whatever the plan says.
  const moved = published && before.paused !== after.paused;
  const status = after.paused ? "PAUSED" : "ACTIVE";
  const campaign = moved ? [patch(campaignPath, after.paused ? "write" : "spend", () => ({ status }))] : [];
  return after.paused ? [...campaign, ...removed, ...sets] : [...removed, ...sets, ...campaign];
}

/** Sends only what differs, because the start of a flight that has begun must not be sent. */
function setLinks({ before, mirror, canceled }: Change, part: PlannedPackage): readonly ChangeLink[] {
  const remote = mirror.packages.find(({ packageId }) => packageId === part.packageId);
  const old = before.packages.find(({ packageId }) => packageId === part.packageId);
  const isOut = remote?.configured === "gone" || canceled.includes(part.packageId);
  if (!remote || !old || isOut || JSON.stringify(old) === JSON.stringify(part)) return [];
  return [
    patch(`ad_sets/${encoded(remote.id)}`, part.paused ? "write" : "spend", (ctx) => {
      const [was, is] = [changeable(old, ctx), changeable(part, ctx)];
      return Object.fromEntries(Object.entries(is).filter(([name, value]) => !isSame(was[name], value)));
    }),
  ];
}

function isSame(a: Writable, b: Writable): boolean {
  const text = (value: Writable) =>
    JSON.stringify(value, (_, one: unknown) => (typeof one === "bigint" ? `${one}` : one));
  return text(a) === text(b);
}

export const changeBuy = sequence<Change, Changing, RemoteBuy>(
  (change, known) => [
    whether,
    ...(known.published === null ? [] : linksOf(change, known.published)),
    ...(change.cancel ? [] : readLinks<Change, Changing>(known)),
  ],
  ({ mirror }) => ({ ...UNREAD, mirror, published: null }),
  ({ mirror }, { cancel, canceled }) => ({
    campaign: cancel ? { ...mirror.campaign, configured: "gone" } : mirror.campaign,
    packages: mirror.packages.map((part) =>
      cancel || canceled.includes(part.packageId) ? { ...part, configured: "gone" } : part,
    ),
  }),
);
