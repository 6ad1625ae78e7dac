import { recordChanges } from "../../../ground/kernel/audit-entry.ts";
import type { Context } from "../../../ground/kernel/context.ts";
import { Invalid, NotFound } from "../../../ground/kernel/errors.ts";
import { getOwnStorefront, lockOwnStorefront } from "../../storefronts/index.ts";
import { activateVersion, findActiveVersion, findVersion, insertVersion, listVersions } from "./store.ts";
import { type DocumentKind, NAMES, type NewVersion, type Version } from "./version.ts";

/** Every version, newest first. */
export async function readHistory(ctx: Context, kind: DocumentKind): Promise<Version[]> {
  const { customerId } = await getOwnStorefront(ctx);
  return listVersions(ctx.db, customerId, kind);
}

export async function getVersion(ctx: Context, kind: DocumentKind, version: number): Promise<Version> {
  const found = await findVersion(ctx.db, ctx.viewer.customerId, kind, version);
  if (!found) throw new NotFound(unknown(kind, version));
  return found;
}

export async function getActiveVersion({ db, viewer }: Context, kind: DocumentKind): Promise<Version> {
  const found = await findActiveVersion(db, viewer.customerId, kind);
  const { plural, path } = NAMES[kind];
  if (!found) throw new NotFound(`no version of your ${plural} is active: POST ${path}/{version}/activate`);
  return found;
}

/** Writes a new version; if it is activated, it applies from the next request on. */
export async function authorVersion(
  ctx: Context,
  kind: DocumentKind,
  written: NewVersion,
  { activate }: { readonly activate: boolean },
): Promise<Version> {
  const { db, viewer, now } = ctx;
  const { customerId, storefrontId } = await lockOwnStorefront(ctx);
  const stamp = { storefrontId, createdAt: now, createdBy: viewer.userId };
  const made = await insertVersion(db, customerId, kind, { ...written, ...stamp });
  if (!activate) return made;
  await activateVersion(db, customerId, kind, made.version);
  return { ...made, isActive: true };
}

/**
 * Activates any version, including older ones. Throws `Invalid` for a version that does not exist, and the active one
 * stays active (contract §10.1).
 */
export async function activate(ctx: Context, kind: DocumentKind, version: number): Promise<Version> {
  const { customerId } = await lockOwnStorefront(ctx);
  const found = await findVersion(ctx.db, customerId, kind, version);
  if (!found) throw new Invalid(unknown(kind, version), { field: "version" });
  if (found.isActive) return found;
  const before = await findActiveVersion(ctx.db, customerId, kind);
  recordChanges(ctx, { activeVersion: before?.version ?? null }, { activeVersion: version }, ["activeVersion"]);
  await activateVersion(ctx.db, customerId, kind, version);
  return { ...found, isActive: true };
}

function unknown(kind: DocumentKind, version: number): string {
  const { plural, path } = NAMES[kind];
  return `version: there is no version ${version} of your ${plural}: GET ${path} lists them`;
}
