import type { z } from "zod";
import type { Context } from "../../../ground/kernel/context.ts";
import { Conflict, Invalid, invalid, NotFound } from "../../../ground/kernel/errors.ts";
import { nextState } from "../../../ground/kernel/lifecycle.ts";
import type { JsonRecord } from "../avails/avail.ts";
import type { ModularSource } from "../modular-source.ts";
import { moduleOf } from "./catalogue.ts";
import { type Credential, placeOf } from "./credential.ts";
import type { CredentialKind, Module } from "./module.ts";
import { MODULE_STATUS, type ModuleInstance, nextInstanceId } from "./module-instance.ts";
import { endHealthItem, failModule, resolveHealth } from "./resolve-health.ts";
import type { AttachBody, ConfigBody, CredentialBody } from "./schema.ts";
import { insertCredential, insertModule, listModules, revokeCredential, updateModule } from "./store.ts";

/** Attaches a module from the catalogue. It starts working once it has everything its contract requires. */
export async function attachModule(
  ctx: Context,
  source: ModularSource,
  body: z.output<typeof AttachBody>,
): Promise<void> {
  const module = moduleOf(body.contractId);
  if (!module || (module.contract.maturity === "sandbox" && !ctx.viewer.sandbox))
    throw new Invalid(`contractId: the catalogue has no module ${body.contractId}, or it is not available to you`, {
      field: "contractId",
    });
  const { contractId, primaryKind, displayName } = module.contract;
  const attached = await listModules(ctx.db, source);
  const same = attached.find((one) => one.kind === primaryKind && one.status !== "DISABLED");
  if (same && (primaryKind === "INVENTORY_FEED" || primaryKind === "BOOKING_LEDGER"))
    throw new Conflict(`the source already has ${same.moduleInstanceId} for this: disable it first`);
  const ids = attached.map(({ moduleInstanceId }) => moduleInstanceId);
  const moduleInstanceId = body.moduleInstanceId ?? nextInstanceId(primaryKind, ids);
  const config = checkedConfig(module, body.config ?? {});
  const name = body.name ?? displayName;
  if (!(await insertModule(ctx.db, source, { moduleInstanceId, contractId, kind: primaryKind, name, config }, ctx.now)))
    throw new Conflict(`the source already has a module ${moduleInstanceId}`, { field: "moduleInstanceId" });
}

/** Configures a module, and switches it on or off. */
export async function configureModule(
  ctx: Context,
  source: ModularSource,
  moduleInstanceId: string,
  { config, merge, status }: z.output<typeof ConfigBody>,
): Promise<void> {
  const module = await findModule(ctx, source, moduleInstanceId);
  const known = moduleOf(module.contractId);
  const wanted = merge ? merged(module.config, config) : config;
  const after = { ...module, config: known ? checkedConfig(known, wanted) : wanted };
  await updateModule(ctx.db, source.customerId, after, ctx.now);
  if (status === "ERROR") return failModule(ctx, source, after, "set to ERROR by its operator");
  if (status === undefined) return undefined;
  const step = status === "DISABLED" ? "disable" : "configure";
  const next = nextState(MODULE_STATUS, step, after.status, "module");
  await updateModule(ctx.db, source.customerId, { ...after, status: next, lastError: null, issues: [] }, ctx.now);
  await endHealthItem(ctx, source, after);
}

/** Clears the problems that a module reports about itself, and completes the work item about them. */
export async function resolveModuleHealth(
  ctx: Context,
  source: ModularSource,
  moduleInstanceId: string,
): Promise<void> {
  const module = await findModule(ctx, source, moduleInstanceId);
  await resolveHealth(ctx, source, moduleInstanceId);
  await endHealthItem(ctx, source, module);
}

/** Stores the credential for a module's upstream system, and revokes the previous one. */
export async function saveCredential(
  ctx: Context,
  source: ModularSource,
  { moduleInstanceId, credentialKind: kind }: CredentialAt,
  { auth, expiresAt, lastRefreshedAt, ...rest }: z.output<typeof CredentialBody>,
): Promise<Credential> {
  const { customerId } = source;
  const { moduleRowId } = await findModule(ctx, source, moduleInstanceId);
  await revokeCredential(ctx.db, customerId, moduleRowId, kind, ctx.now);
  const times = {
    expiresAt: expiresAt === null ? null : new Date(expiresAt),
    lastRefreshedAt: lastRefreshedAt === null ? null : new Date(lastRefreshedAt),
  };
  const seal = (credentialId: number) => ctx.vault.seal(JSON.stringify(auth), placeOf(customerId, credentialId));
  return insertCredential(ctx.db, customerId, moduleRowId, { kind, ...rest, ...times }, seal, ctx.now);
}

interface CredentialAt {
  readonly moduleInstanceId: string;
  readonly credentialKind: CredentialKind;
}

/** Whether there is a valid credential of this kind. */
export async function hasCredential(ctx: Context, source: ModularSource, at: CredentialAt): Promise<boolean> {
  return (await findModule(ctx, source, at.moduleInstanceId)).credentialKinds.includes(at.credentialKind);
}

export async function endCredential(ctx: Context, source: ModularSource, at: CredentialAt): Promise<Credential> {
  const { moduleRowId } = await findModule(ctx, source, at.moduleInstanceId);
  const ended = await revokeCredential(ctx.db, source.customerId, moduleRowId, at.credentialKind, ctx.now);
  if (!ended) throw new NotFound(`the module has no credential of the kind ${at.credentialKind}`);
  return ended;
}

async function findModule({ db }: Context, source: ModularSource, moduleInstanceId: string): Promise<ModuleInstance> {
  const found = (await listModules(db, source)).find((one) => one.moduleInstanceId === moduleInstanceId);
  if (!found) throw new NotFound(`there is no module ${moduleInstanceId} at this source`);
  return found;
}

function checkedConfig({ config }: Module, wanted: JsonRecord): JsonRecord {
  const result = config.safeParse(wanted);
  if (result.success) return result.data;
  throw invalid(result.error.issues.map(({ path, message }) => ({ path: ["config", ...path].join("."), message })));
}

/** Merges objects and replaces everything else; null removes a value. */
function merged(before: JsonRecord, more: JsonRecord): JsonRecord {
  const after = new Map(Object.entries(before));
  for (const [key, value] of Object.entries(more)) {
    const old = after.get(key);
    if (value === null) after.delete(key);
    else after.set(key, isRecord(old) && isRecord(value) ? merged(old, value) : value);
  }
  return Object.fromEntries(after);
}

function isRecord(value: unknown): value is JsonRecord {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
