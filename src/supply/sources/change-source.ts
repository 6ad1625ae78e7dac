import { type Context, wallOf } from "../../ground/kernel/context.ts";
import { Conflict, Invalid, NotFound } from "../../ground/kernel/errors.ts";
import { cancelLinkOfSource } from "../links/index.ts";
import { lockOwnStorefront } from "../storefronts/index.ts";
import type { StoredAuth } from "./consents/stored-auth.ts";
import { isHeldBack, UNEXAMINED } from "./held-back/held-back.ts";
import { notifyOfHold } from "./notify-of-hold.ts";
import type { SourceChangeBody } from "./schema.ts";
import type { Source } from "./source.ts";
import { type Checked, changedBy, checkedBy, statusBy, wantsCheck } from "./source-change.ts";
import { openAuth, saveAuth } from "./source-secret.ts";
import { deleteSource, findSource, hasOpenOrders, lockSource, updateSource } from "./store.ts";

/** A change in progress: the resulting source, and the credential with which its agent is asked. */
export interface ChangingSource {
  readonly before: Source;
  readonly after: Source;
  readonly auth: StoredAuth | undefined;
  readonly check: boolean;
}

export async function getSource(ctx: Context, sourceId: string): Promise<Source> {
  return found(await findSource(ctx.db, ctx.viewer.customerId, sourceId), sourceId);
}

export async function draftChange(ctx: Context, sourceId: string, body: SourceChangeBody): Promise<ChangingSource> {
  await lockOwnStorefront(ctx);
  const before = await getSource(ctx, sourceId);
  const after = changedBy(before, body, body.auth);
  // A status that is not possible is refused before anybody is called.
  statusBy(after, body.status, undefined);
  const auth = body.auth ?? (after.authConfigured ? await openAuth(ctx, before) : undefined);
  return { before, after, auth, check: wantsCheck(before, after, body) };
}

export async function changeSource(
  ctx: Context,
  body: SourceChangeBody,
  { before, after }: ChangingSource,
  checked: Checked | undefined,
): Promise<Source> {
  await checkUnchanged(ctx, before);
  const asked = checked ? checkedBy(after, checked, ctx.now) : after;
  // PENDING is allowed for a source that is PENDING, even if its agent has just answered.
  const settled = body.status === "PENDING" ? asked : statusBy(asked, body.status, checked);
  const heldUngraded = isHeldBack({ ...settled, ...UNEXAMINED }, ctx.installation.compliance.gates);
  const saved = await updateSource(ctx.db, settled, heldUngraded, { at: ctx.now, wall: wallOf(ctx) });
  await saveAuth(ctx, saved, body.auth);
  if (saved.heldBack && !before.heldBack) await notifyOfHold(ctx, saved);
  return saved;
}

/** A change that only updates what the agent states. */
export async function draftCheck(ctx: Context, sourceId: string): Promise<ChangingSource> {
  await lockOwnStorefront(ctx);
  const source = await getSource(ctx, sourceId);
  if (!source.agentId) throw new Invalid(`sourceId: no agent stands behind ${sourceId}`, { field: "sourceId" });
  return { before: source, after: source, auth: await openAuth(ctx, source), check: true };
}

export async function removeSource(ctx: Context, sourceId: string): Promise<void> {
  await lockOwnStorefront(ctx);
  const source = found(await lockSource(ctx.db, ctx.viewer.customerId, sourceId), sourceId);
  if (await hasOpenOrders(ctx.db, source))
    throw new Invalid(`sourceId: media buys still run on ${sourceId}; let them end, or cancel them first`, {
      field: "sourceId",
    });
  if (source.executionType === "LINKED_STOREFRONT") await cancelLinkOfSource(ctx, source.inventorySourceId);
  await deleteSource(ctx.db, source);
}

/** Checks that no concurrent change came first, because the agent was asked about the source as it was. */
async function checkUnchanged(ctx: Context, before: Source): Promise<void> {
  await lockOwnStorefront(ctx);
  const now = found(await lockSource(ctx.db, ctx.viewer.customerId, before.sourceId), before.sourceId);
  if (now.inventorySourceId !== before.inventorySourceId || now.updatedAt.getTime() !== before.updatedAt.getTime())
    throw new Conflict("the source was changed meanwhile: read it, and try again");
}

function found(source: Source | undefined, sourceId: string): Source {
  if (!source) throw new NotFound(`there is no source ${sourceId}`);
  return source;
}
