import type { Context } from "../../../ground/kernel/context.ts";
import { Conflict, Invalid, InvalidState, NotFound } from "../../../ground/kernel/errors.ts";
import { operation } from "../../../ground/kernel/operation.ts";
import { readStanding } from "../lifecycle/read-projection.ts";
import { contractViewOf, ProjectionView, projectionViewOf } from "../lifecycle/schema.ts";
import type { ModularSource } from "../modular-source.ts";
import { getOwnSource } from "../own-source.ts";
import { SourcePath } from "../schema.ts";
import { MODULES } from "./catalogue.ts";
import {
  attachModule,
  configureModule,
  endCredential,
  hasCredential,
  resolveModuleHealth,
  saveCredential,
} from "./change-module.ts";
import {
  AttachBody,
  CatalogueView,
  ConfigBody,
  CredentialBody,
  CredentialPath,
  CredentialView,
  credentialViewOf,
  ModulePath,
} from "./schema.ts";

const ofModule = {
  api: "storefront",
  tag: "Modular sources",
  access: "write",
  params: ModulePath,
  refs: { "params.sourceId": "modularSource", "params.moduleInstanceId": "sourceModule" },
  answer: ProjectionView,
} as const;

const ofCredential = {
  ...ofModule,
  path: "/inventory-sources/{sourceId}/modular/modules/{moduleInstanceId}/credentials/{credentialKind}",
  params: CredentialPath,
  answer: CredentialView,
} as const;

/** Not in the published contract. */
export const listModuleCatalogue = operation({
  id: "listModuleCatalogue",
  api: "storefront",
  method: "get",
  path: "/module-catalogue",
  summary: "List the modules that a modular source can use",
  tag: "Modular sources",
  ours: true,
  access: "read",
  answer: CatalogueView,
  handle: async (_, { viewer }) => ({
    modules: MODULES.filter(({ contract }) => contract.maturity !== "sandbox" || viewer.sandbox).map(({ contract }) => {
      const config = contract.fields.filter(({ source }) => source === "MODULE_CONFIG");
      const required = config.filter((field) => field.required).map(({ key }) => key);
      return { ...contractViewOf(contract), configFields: config.map(({ key }) => key), requiredFields: required };
    }),
  }),
});

/** Not in the published contract, which has no way to attach a module to an existing source. */
export const attachModularInventorySourceModule = operation({
  id: "attachModularInventorySourceModule",
  api: "storefront",
  method: "post",
  path: "/inventory-sources/{sourceId}/modular/modules",
  summary: "Attach a module to a modular source",
  tag: "Modular sources",
  ours: true,
  access: "write",
  params: SourcePath,
  body: AttachBody,
  answer: ProjectionView,
  status: 201,
  errors: [Conflict, Invalid, NotFound],
  refs: { "params.sourceId": "modularSource" },
  audit: { resource: "SOURCE_MODULE", action: "CREATE", idIn: "inventorySource.sourceId" },
  async handle({ params, body }, ctx) {
    const source = await getOwnSource(ctx, params.sourceId);
    await attachModule(ctx, source, body);
    return projectionOf(ctx, source);
  },
});

export const updateModularInventorySourceModuleConfig = operation({
  ...ofModule,
  id: "updateModularInventorySourceModuleConfig",
  method: "patch",
  path: "/inventory-sources/{sourceId}/modular/modules/{moduleInstanceId}/config",
  summary: "Configure or disable a module, or set it to ERROR",
  body: ConfigBody,
  errors: [Invalid, InvalidState, NotFound],
  audit: { resource: "SOURCE_MODULE", action: "UPDATE" },
  async handle({ params, body }, ctx) {
    const source = await getOwnSource(ctx, params.sourceId);
    await configureModule(ctx, source, params.moduleInstanceId, body);
    return projectionOf(ctx, source);
  },
});

/** Not in the published contract. */
export const resolveModularInventorySourceModuleHealth = operation({
  ...ofModule,
  id: "resolveModularInventorySourceModuleHealth",
  method: "post",
  path: "/inventory-sources/{sourceId}/modular/modules/{moduleInstanceId}/health/resolve",
  summary: "Clear a module's reported error",
  ours: true,
  errors: [NotFound],
  audit: { resource: "SOURCE_MODULE", action: "UPDATE" },
  async handle({ params }, ctx) {
    const source = await getOwnSource(ctx, params.sourceId);
    await resolveModuleHealth(ctx, source, params.moduleInstanceId);
    return projectionOf(ctx, source);
  },
});

export const createModularInventorySourceModuleCredential = operation({
  ...ofCredential,
  id: "createModularInventorySourceModuleCredential",
  method: "post",
  summary: "Add a module's credential for its upstream system",
  body: CredentialBody,
  status: 201,
  errors: [Conflict, Invalid, NotFound],
  audit: { resource: "MODULE_CREDENTIAL", action: "CREATE", idIn: "credentialId" },
  async handle({ params, body }, ctx) {
    const source = await getOwnSource(ctx, params.sourceId);
    if (await hasCredential(ctx, source, params))
      throw new Conflict(`the module has a credential of the kind ${params.credentialKind}: rotate it by PUT`);
    return credentialViewOf(await saveCredential(ctx, source, params, body), params.moduleInstanceId, ctx.now);
  },
});

export const rotateModularInventorySourceModuleCredential = operation({
  ...ofCredential,
  id: "rotateModularInventorySourceModuleCredential",
  method: "put",
  summary: "Rotate a module's credential for its upstream system",
  body: CredentialBody,
  errors: [Invalid, NotFound],
  audit: { resource: "MODULE_CREDENTIAL", action: "UPDATE", idIn: "credentialId" },
  async handle({ params, body }, ctx) {
    const source = await getOwnSource(ctx, params.sourceId);
    return credentialViewOf(await saveCredential(ctx, source, params, body), params.moduleInstanceId, ctx.now);
  },
});

export const revokeModularInventorySourceModuleCredential = operation({
  ...ofCredential,
  id: "revokeModularInventorySourceModuleCredential",
  method: "delete",
  summary: "Delete a module's credential for its upstream system",
  errors: [NotFound],
  audit: { resource: "MODULE_CREDENTIAL", action: "DELETE", idIn: "credentialId" },
  async handle({ params }, ctx) {
    const source = await getOwnSource(ctx, params.sourceId);
    return credentialViewOf(await endCredential(ctx, source, params), params.moduleInstanceId, ctx.now);
  },
});

async function projectionOf(ctx: Context, source: ModularSource) {
  return projectionViewOf(await readStanding(ctx, source));
}
