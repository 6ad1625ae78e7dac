import type { ProviderRequest } from "../../contract/http.ts";
import type { AnyJob, JobContext } from "../../contract/job.ts";
import type { Review, ShownCreative } from "../../contract/plan.ts";
import { ok, type ProviderError } from "../../contract/provider-error.ts";
import { tagged, tagOf } from "../lookup-tag.ts";
import { jsonText, readLossless } from "../lossless.ts";
import { type Link, sequence } from "../sequence.ts";
import { type Ids, type TreeNode, treeJob } from "../tree.ts";
import { notAsAsked } from "./create-levels.ts";
import { foundIn, idByTag } from "./found.ts";
import { AD, type Levels, type ShowInput } from "./levels.ts";

/** The same creative in the same package is one ad, however often it is requested; another version has another tag. */
export function creativeTag({ packageId, creativeId }: ShowInput): string {
  return tagOf(packageId, creativeId);
}

export function creativeName(input: ShowInput, most: number): string {
  return tagged(input.name, creativeTag(input), most);
}

interface Showing {
  readonly levels: Levels;
  /** The parts of an ad: files, posts, creatives. */
  readonly parts: (input: ShowInput) => readonly TreeNode<ShowInput>[];
  readonly createAd: (input: ShowInput, ids: Ids, ctx: JobContext) => ProviderRequest;
  readonly refuse?: (input: ShowInput) => ProviderError | undefined;
}

const NOT_YET: Review = { approval: "pending_review", reason: null, raw: "" };

/** Creates the parts of an ad and then the ad, paused, checks it, and enables it in its group, whether or not that is running. */
export function showAd({ levels, parts, createAd, refuse }: Showing): AnyJob<ShowInput, ShownCreative> {
  const adNode: TreeNode<ShowInput> = {
    key: AD,
    kind: AD,
    create: createAd,
    readId: (reply) => levels.readId(reply),
    find: ({ packageRemoteId }, _, ctx) => levels.list("ad", packageRemoteId, ctx),
    readFound: (reply, input, _, ctx) =>
      foundIn(levels.readList(reply, levels.list("ad", input.packageRemoteId, ctx)), idByTag(creativeTag(input))),
  };
  return treeJob<ShowInput, ShownCreative>({
    ...(refuse && { refuse }),
    nodes: (input) => [...parts(input), adNode],
    checks: () => [
      {
        request: (_, ids, ctx) => levels.get("ad", ids[AD] ?? "", ctx),
        read(reply, { packageRemoteId }, ids) {
          const raw = levels.readOne(reply);
          if (!raw.ok) return raw;
          const seen = levels.entity(raw.value, "ad");
          return seen?.id === ids[AD] && seen?.parent === packageRemoteId ? ok(null) : notAsAsked(levels);
        },
      },
    ],
    switches: () => [
      {
        request: (_, ids, ctx) => levels.switch("ad", ids[AD] ?? "", true, ctx),
        read: (reply) => levels.readDone(reply),
      },
    ],
    finish: (input, ids) => ({
      adId: ids[AD] ?? "",
      refs: parts(input).flatMap(({ key, kind }) => (kind === "found" ? [] : { kind, id: ids[key] ?? "" })),
      review: NOT_YET,
    }),
  });
}

type SwitchInput = { readonly adId: string; readonly packageRemoteId: string; readonly on: boolean };

interface Switching {
  /** The ad, as last read. */
  readonly ad: string;
}

/** Makes an ad run or stop. */
export function switchAdOf(levels: Levels): AnyJob<SwitchInput, Review> {
  return sequence<SwitchInput, Switching, Review>(
    (): readonly Link<SwitchInput, Switching>[] => [
      {
        request: ({ adId, on }, _, ctx) => levels.switch("ad", adId, on, ctx),
        read(reply, known) {
          const done = levels.readDone(reply);
          return done.ok ? ok({ known }) : done;
        },
      },
      {
        request: ({ adId }, _, ctx) => levels.get("ad", adId, ctx),
        read(reply) {
          const raw = levels.readOne(reply);
          return raw.ok ? ok({ known: { ad: jsonText(raw.value) } }) : raw;
        },
      },
    ],
    () => ({ ad: "" }),
    ({ ad }) => levels.review(readLossless(ad) ?? {}),
  );
}
