import type { ProviderReply } from "../contract/http.ts";
import type { PlannedCreative } from "../contract/plan.ts";
import { failed, fault, ok } from "../contract/provider-error.ts";
import { jsonText, readLossless, type Writable } from "../kit/lossless.ts";
import { at, textAt } from "../kit/read.ts";
import type { Link } from "../kit/sequence.ts";
import { isConflict, readEntity, readId, readSpotify } from "./errors.ts";
import { encoded, home, type ListProgress, pageRequest, readPage, spotifyJson, spotifyRequest } from "./requests.ts";

/** What is known about a draft that is being published. */
export interface Publishing extends ListProgress {
  /** The ids of its ad sets. */
  readonly setIds: readonly string[];
  /** The ad sets that have an ad. */
  readonly filled: readonly string[];
  /** The draft's version, as JSON; null if it has to be read first. */
  readonly version: string | null;
  /** Whether somebody else has published it in the meantime. */
  readonly isElsewhere: boolean;
}

export const UNPUBLISHED = { setIds: [], filled: [], version: null, isElsewhere: false } as const;

const draftOf = ({ campaignRemoteId }: PlannedCreative) => `drafts/campaigns/${encoded(campaignRemoteId)}`;

/** Whether every ad set has an ad; before that, Spotify publishes no part of it. */
export function isWhole({ setIds, filled }: Publishing): boolean {
  return setIds.length > 0 && setIds.every((id) => filled.includes(id));
}

type PublishLink<K> = Link<PlannedCreative, K>;

/** Lists everything below the campaign, as a draft or live: first the ad sets, then the ads of all of them. */
export function listing<K extends Publishing>(live: boolean): readonly PublishLink<K>[] {
  const prefix = live ? "" : "drafts/";
  return [
    {
      request: ({ campaignRemoteId }, { offset }, ctx) =>
        pageRequest(home(ctx, `${prefix}ad_sets`), offset, [["campaign_ids", campaignRemoteId]]),
      read: (reply, known) =>
        collectPage(reply, "ad_sets", (ids) => ({ ...known, setIds: [...new Set([...known.setIds, ...ids("id")])] })),
    },
    {
      request: (_, { offset, setIds }, ctx) =>
        pageRequest(
          home(ctx, `${prefix}ads`),
          offset,
          setIds.map((id) => ["ad_set_ids", id]),
        ),
      read: (reply, known) =>
        collectPage(reply, "ads", (ids) => ({ ...known, filled: [...known.filled, ...ids("ad_set_id")] })),
    },
  ];
}

function collectPage<K extends Publishing>(
  reply: ProviderReply,
  key: string,
  add: (ids: (field: string) => readonly string[]) => K,
) {
  const page = readPage(reply, key);
  if (!page.ok) return page;
  const { items, next } = page.value;
  const known = { ...add((field) => items.flatMap((one) => textAt(one, field) ?? [])), offset: next ?? 0 };
  return ok({ known, again: next !== null });
}

/** An action on a draft names the draft's version, which is read immediately before it [S]. */
function act<K extends Publishing>(action: "VALIDATE" | "PUBLISH"): Pick<PublishLink<K>, "request" | "read"> {
  return {
    request(input, { version }, ctx) {
      const path = home(ctx, draftOf(input));
      if (version === null) return spotifyRequest("GET", path, "read");
      const body = { action, draft_hierarchy_version: (readLossless(version) ?? null) as Writable };
      return spotifyJson("POST", path, action === "PUBLISH" ? "write" : "read", body);
    },
    read(reply, known) {
      if (known.version === null) {
        const entity = readEntity(reply);
        if (!entity.ok) return entity;
        if (entity.value === null) return ok({ known: { ...known, isElsewhere: true } });
        const version = jsonText(at(entity.value, "draft_hierarchy_version") ?? null);
        return ok({ known: { ...known, version }, again: true });
      }
      if (isConflict(reply)) return ok({ known: { ...known, version: null }, again: true });
      const done = readSpotify(reply);
      return done.ok ? ok({ known: { ...known, version: null } }) : done;
    },
  };
}

function publish<K extends Publishing>(): PublishLink<K> {
  return {
    ...act<K>("PUBLISH"),
    lost: {
      request: ({ campaignRemoteId }, _, ctx) =>
        spotifyRequest("GET", home(ctx, `campaigns/${encoded(campaignRemoteId)}`), "read"),
      read(reply, known) {
        const entity = readEntity(reply);
        if (!entity.ok) return entity;
        return ok({ known: { ...known, version: null }, again: entity.value === null });
      },
    },
  };
}

/** Checks that everything exists live, with the same ids as in the draft, and is paused. */
const verify = <K extends Publishing>(): PublishLink<K> => ({
  request: ({ campaignRemoteId }, _, ctx) =>
    spotifyRequest("GET", home(ctx, `campaigns/${encoded(campaignRemoteId)}`), "read"),
  read(reply, known) {
    const entity = readEntity(reply);
    if (!entity.ok) return entity;
    const isPaused = textAt(entity.value ?? undefined, "status") === "PAUSED";
    if (isPaused || known.isElsewhere) return ok({ known });
    return failed(fault("unreadable", "Spotify shows something other than what was published"));
  },
});

/** Enables the published campaign, which is the only step that allows spending. */
const start = <K extends Publishing>(): PublishLink<K> => ({
  request: ({ campaignRemoteId }, _, ctx) =>
    spotifyJson("PATCH", home(ctx, `campaigns/${encoded(campaignRemoteId)}`), "spend", { status: "ACTIVE" }),
  read(reply, known) {
    const id = readId(reply);
    return id.ok ? ok({ known }) : id;
  },
});

/** Validates a draft, publishes it with the campaign paused, reads all of it back, and finally starts it. */
export function publishing<K extends Publishing>({ paused }: PlannedCreative, known: K): readonly PublishLink<K>[] {
  return [
    act<K>("VALIDATE"),
    ...(known.isElsewhere ? [] : [publish<K>()]),
    verify<K>(),
    ...listing<K>(true),
    ...(paused ? [] : [start<K>()]),
  ];
}
