import { z } from "zod";
import { installationDb, wallOf } from "../../../ground/kernel/context.ts";
import { NotFound } from "../../../ground/kernel/errors.ts";
import { operation } from "../../../ground/kernel/operation.ts";
import { listAdapters } from "../catalogue.ts";
import type { Adapter } from "../contract/adapter.ts";
import { PROVIDERS } from "../contract/provider.ts";
import { type Application, callbackOf, sealClientSecret } from "./application.ts";
import { deleteApplication, listApplications, saveApplication } from "./store.ts";

const ProviderView = z
  .object({
    provider: z.string(),
    displayName: z.string(),
    sourceKind: z.enum(["sales", "creative"]),
    apiVersion: z.string(),
    sunset: z.iso.date().nullable().describe("When the platform stops supporting this version"),
    authModes: z.array(z.enum(["oauth", "bearer"])),
    callbackUrl: z.string().nullable().describe("Register exactly this address with your application there"),
    scopes: z.array(z.string()),
    configured: z.boolean().describe("Whether an application is set; storefronts cannot be connected before that"),
    clientId: z.string().nullable(),
    updatedAt: z.iso.datetime().nullable(),
  })
  .meta({ id: "AdapterProvider" });

const ApplicationBody = z
  .object({
    clientId: z.string().trim().min(1).max(512),
    clientSecret: z.string().trim().min(1).max(2_048).describe("Stored encrypted, and never shown again"),
    settings: z.record(z.string().max(64), z.string().max(512)).default({}),
  })
  .meta({ id: "AdapterApplication" });

const ProviderPath = z.object({ provider: z.enum(PROVIDERS) });

export const listAdapterProviders = operation({
  id: "listAdapterProviders",
  api: "operator",
  method: "get",
  path: "/adapters",
  summary: "List the platforms that storefronts can be connected to",
  ours: true,
  tag: "Adapters",
  access: "operate",
  answer: z.object({ items: z.array(ProviderView) }),
  async handle(_, ctx) {
    const known = await listApplications(installationDb(ctx));
    return { items: listAdapters().map((adapter) => viewOf(adapter, known, ctx.installation.publicUrl)) };
  },
});

export const setAdapterApplication = operation({
  id: "setAdapterApplication",
  api: "operator",
  method: "put",
  path: "/adapters/{provider}/application",
  summary: "Set this installation's application at a platform",
  description:
    "Register callbackUrl with the application first: a platform only sends people back to registered addresses.",
  ours: true,
  tag: "Adapters",
  access: "operate",
  params: ProviderPath,
  body: ApplicationBody,
  answer: ProviderView,
  errors: [NotFound],
  audit: { resource: "ADAPTER" },
  async handle({ params, body }, ctx) {
    const adapter = adapterAt(params.provider);
    const { provider } = adapter.describe;
    const sealed = sealClientSecret(ctx.vault, provider, body.clientSecret);
    const application = { provider, clientId: body.clientId, sealed, settings: body.settings, updatedAt: wallOf(ctx) };
    await saveApplication(installationDb(ctx), application);
    return viewOf(adapter, [application], ctx.installation.publicUrl);
  },
});

export const removeAdapterApplication = operation({
  id: "removeAdapterApplication",
  api: "operator",
  method: "delete",
  path: "/adapters/{provider}/application",
  summary: "Remove this installation's application at a platform",
  description:
    "Connected storefronts stop working when their tokens expire, and must be connected again with another application.",
  ours: true,
  tag: "Adapters",
  access: "operate",
  params: ProviderPath,
  answer: z.null(),
  status: 204,
  errors: [NotFound],
  audit: { resource: "ADAPTER" },
  async handle({ params }, ctx) {
    const { provider } = adapterAt(params.provider).describe;
    if (!(await deleteApplication(installationDb(ctx), provider)))
      throw new NotFound(`${provider} has no application here`);
    return null;
  },
});

function adapterAt(named: string): Adapter {
  const found = listAdapters().find(({ describe }) => describe.provider === named);
  if (!found) throw new NotFound(`there is no adapter for ${named}: GET /api/v2/operator/adapters lists them`);
  return found;
}

function viewOf(
  { describe, oauth }: Adapter,
  known: readonly Application[],
  publicUrl: string,
): z.input<typeof ProviderView> {
  const { provider, displayName, sourceKind, apiVersion, sunset, authModes } = describe;
  const application = known.find((one) => one.provider === provider);
  return {
    provider,
    displayName,
    sourceKind,
    apiVersion,
    sunset,
    authModes: [...authModes],
    callbackUrl: oauth ? callbackOf(publicUrl, provider) : null,
    scopes: [...(oauth?.scopes ?? [])],
    configured: application !== undefined || !oauth,
    clientId: application?.clientId ?? null,
    updatedAt: application?.updatedAt.toISOString() ?? null,
  };
}
