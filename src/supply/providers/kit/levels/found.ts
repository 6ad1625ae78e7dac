import type { ProviderReply, ProviderRequest } from "../../contract/http.ts";
import type { JobContext } from "../../contract/job.ts";
import { ok, type Result } from "../../contract/provider-error.ts";
import type { Lossless } from "../lossless.ts";
import { textAt } from "../read.ts";
import type { Found, Ids, TreeNode } from "../tree.ts";
import type { Listed } from "./levels.ts";

/** What a page of a list tells about the wanted object. */
export function foundIn(listed: Result<Listed>, idOf: (item: Lossless) => string | undefined): Result<Found> {
  if (!listed.ok) return listed;
  const [id] = listed.value.items.flatMap((item) => idOf(item) ?? []);
  if (id !== undefined) return ok({ kind: "found", id });
  const { next } = listed.value;
  return ok(next ? { kind: "more", request: next } : { kind: "absent" });
}

/** Finds an object's id by the tag at the end of its name. */
export function idByTag(tag: string, nameField = "name"): (item: Lossless) => string | undefined {
  return (item) => (textAt(item, nameField)?.endsWith(tag) ? textAt(item, "id") : undefined);
}

/** An object that others create, or that becomes ready on its own, so it is polled and never created. */
export function lookedUp<I>(
  key: string,
  find: (input: I, ids: Ids, ctx: JobContext) => ProviderRequest,
  readFound: (reply: ProviderReply, input: I, ids: Ids, asked: ProviderRequest) => Result<Found>,
): TreeNode<I> {
  return {
    key,
    kind: "found",
    lookFirst: true,
    create: find,
    readId: () => ok(""),
    find,
    readFound: (reply, input, ids, ctx) => readFound(reply, input, ids, find(input, ids, ctx)),
  };
}
