import { type Context, wallOf } from "../../../ground/kernel/context.ts";
import { recheckNow } from "../rechecks/recheck-by-itself.ts";
import { requiresCredentials } from "../source.ts";
import { saveAuth } from "../source-secret.ts";
import { listSources, updateSource } from "../store.ts";

/**
 * From now on, a consent given by one of the viewer's people is used for its own sources with that agent, which are
 * asked again.
 */
export async function adoptConsent(ctx: Context, agentId: string, credentialId: number): Promise<void> {
  const { db, viewer, now } = ctx;
  const { customerId } = viewer;
  const own = (await listSources(db, customerId)).filter((one) => one.agentId === agentId);
  for (const source of own.filter(({ authenticationType }) => authenticationType === "OAUTH")) {
    const opened = { ...source, authConfigured: true };
    const saved = await updateSource(
      db,
      { ...opened, requiresCredentials: requiresCredentials(opened) },
      source.heldBack,
      { at: now, wall: wallOf(ctx) },
    );
    await saveAuth(ctx, saved, { type: "consent", customerId, credentialId });
    await ctx.enqueue(recheckNow, { customerId, sourceId: source.sourceId });
  }
}
