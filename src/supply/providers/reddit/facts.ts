import type { ProviderRequest } from "../contract/http.ts";
import type { JobContext } from "../contract/job.ts";
import { failed, fault, ok } from "../contract/provider-error.ts";
import { type Facts, NO_FACTS } from "../contract/template.ts";
import { foundIn, lookedUp } from "../kit/levels/found.ts";
import { textAt } from "../kit/read.ts";
import { sequence } from "../kit/sequence.ts";
import type { TreeNode } from "../kit/tree.ts";
import { readPage } from "./errors.ts";
import { redditGet, underAccount } from "./requests.ts";
import { redditTemplates } from "./templates.ts";

const profilesOf = (ctx: JobContext) => redditGet(underAccount(ctx, "profiles"));
const pixelsOf = (ctx: JobContext) => redditGet(underAccount(ctx, "pixels"));

const NO_PROFILE = "the ad account has no profile at Reddit, and every ad is a post of one";
const NO_PIXEL = "the ad account has no pixel at Reddit, and no ad group is accepted without one: create it there";

/** The first entry of a list that others maintain; what to do if there is none. */
function firstOf<I>(key: string, list: (ctx: JobContext) => ProviderRequest, missing: string): TreeNode<I> {
  return lookedUp<I>(
    key,
    (_, __, ctx) => list(ctx),
    (reply) => {
      const found = foundIn(readPage(reply), (item) => textAt(item, "id"));
      return found.ok && found.value.kind === "absent" ? failed(fault("setup_required", missing)) : found;
    },
  );
}

export function profileNode<I>(): TreeNode<I> {
  return firstOf("profile", profilesOf, NO_PROFILE);
}

/** Since 13 July 2026, every ad group has to name a pixel [T]. */
export function pixelNode<I>(): TreeNode<I> {
  return firstOf("pixel", pixelsOf, NO_PIXEL);
}

interface Reading {
  readonly identities: Facts["identities"];
  readonly hasPixel: boolean;
}

/** Reads the profiles under which posts appear, and whether there is a pixel. */
export const redditFacts = sequence<null, Reading, Facts>(
  () => [
    {
      request: (_, __, ctx) => profilesOf(ctx),
      read(reply, known) {
        const listed = readPage(reply);
        if (!listed.ok) return listed;
        const identities = listed.value.items.flatMap((item) => {
          const id = textAt(item, "id");
          return id === undefined ? [] : [{ id, name: textAt(item, "name") ?? id }];
        });
        return ok({ known: { ...known, identities } });
      },
    },
    {
      request: (_, __, ctx) => pixelsOf(ctx),
      read(reply, known) {
        const listed = readPage(reply);
        return listed.ok ? ok({ known: { ...known, hasPixel: listed.value.items.length > 0 } }) : listed;
      },
    },
  ],
  () => ({ identities: [], hasPixel: false }),
  ({ identities, hasPixel }) => {
    const against = !hasPixel ? NO_PIXEL : identities.length === 0 ? NO_PROFILE : undefined;
    const withheld = against === undefined ? {} : Object.fromEntries(redditTemplates.map(({ id }) => [id, against]));
    return { ...NO_FACTS, identities, withheld };
  },
);
