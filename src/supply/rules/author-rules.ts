import { recordChanges } from "../../ground/kernel/audit-entry.ts";
import type { Context } from "../../ground/kernel/context.ts";
import { Invalid, NotFound } from "../../ground/kernel/errors.ts";
import { lockOwnStorefront } from "../storefronts/index.ts";
import type { ProductRule, RulesVersion } from "./product-rule.ts";
import { activateVersion, findActiveRules, findRulesVersion, insertVersion } from "./store.ts";

export async function getRules({ db, viewer }: Context, version: number): Promise<RulesVersion> {
  const found = await findRulesVersion(db, viewer.customerId, version);
  if (!found) throw new NotFound(unknown(version));
  return found;
}

export async function getActiveRules({ db, viewer }: Context): Promise<RulesVersion> {
  const found = await findActiveRules(db, viewer.customerId);
  if (!found)
    throw new NotFound(
      "no version of your product rules is active: POST /api/v2/storefront/product-rules/{version}/activate",
    );
  return found;
}

interface NewRules {
  readonly rules: readonly ProductRule[];
  readonly notes?: string | undefined;
  readonly activate: boolean;
}

/** Writes a new version; if it is activated, it applies from the next request on. */
export async function authorRules(ctx: Context, { rules, notes, activate }: NewRules): Promise<RulesVersion> {
  const { customerId, storefrontId } = await lockOwnStorefront(ctx);
  const stamp = { createdAt: ctx.now, createdBy: ctx.viewer.userId };
  const made = await insertVersion(ctx.db, customerId, { storefrontId, rules, notes: notes ?? null, ...stamp });
  if (!activate) return made;
  await activateVersion(ctx.db, customerId, made.version);
  return { ...made, isActive: true };
}

/**
 * Activates any version, including older ones. Throws `Invalid` for a version that does not exist, and the active one
 * stays active.
 */
export async function activateRules(ctx: Context, version: number): Promise<RulesVersion> {
  const { customerId } = await lockOwnStorefront(ctx);
  const found = await findRulesVersion(ctx.db, customerId, version);
  if (!found) throw new Invalid(unknown(version), { field: "version" });
  if (found.isActive) return found;
  const before = await findActiveRules(ctx.db, customerId);
  recordChanges(ctx, { activeVersion: before?.version ?? null }, { activeVersion: version }, ["activeVersion"]);
  await activateVersion(ctx.db, customerId, version);
  return { ...found, isActive: true };
}

function unknown(version: number): string {
  return `version: there is no version ${version} of your product rules: GET /api/v2/storefront/product-rules lists them`;
}
