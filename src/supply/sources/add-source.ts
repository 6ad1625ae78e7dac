import type { Context } from "../../ground/kernel/context.ts";
import { Conflict, Invalid } from "../../ground/kernel/errors.ts";
import { findSeller, type LinkedParty, requestLink } from "../links/index.ts";
import { lockOwnStorefront, slugOf } from "../storefronts/index.ts";
import type { Auth } from "./auth.ts";
import { isHeldBack, UNEXAMINED } from "./held-back/held-back.ts";
import { notifyOfHold } from "./notify-of-hold.ts";
import type { NewSourceBody } from "./schema.ts";
import { agentIdOf, linkedAgentId, type NewSource, requiresCredentials, type Source } from "./source.ts";
import { type Checked, checkAuth, checkedBy } from "./source-change.ts";
import { saveAuth } from "./source-secret.ts";
import { insertSource, listSources } from "./store.ts";

export interface SourceToAdd {
  readonly source: NewSource;
  readonly auth: Auth | undefined;
  /** The storefront for which a link is requested, and the message; undefined for other kinds of sources. */
  readonly link?: { readonly seller: LinkedParty; readonly requestMessage: string | null };
}

/** The source to be added once its agent has been asked. Nothing is written yet. */
export async function draftSource(ctx: Context, body: NewSourceBody): Promise<SourceToAdd> {
  const storefront = await lockOwnStorefront(ctx);
  if (body.executionType === "SIMULATED" && !ctx.installation.sandbox)
    throw new Invalid("executionType: simulated sources are for sandbox installations", { field: "executionType" });
  const known = new Set((await listSources(ctx.db, ctx.viewer.customerId)).map(({ sourceId }) => sourceId));
  if (body.sourceId !== undefined && known.has(body.sourceId)) throw taken(body.sourceId);
  const sourceId = body.sourceId ?? freeSlug(body.name, known);
  const source = draft(ctx.viewer.customerId, storefront.storefrontId, sourceId, body);
  if (body.executionType === "LINKED_STOREFRONT") {
    const { platformId = "", requestMessage = null } = body;
    const seller = await findSeller(ctx, storefront, platformId);
    return { source, auth: undefined, link: { seller, requestMessage } };
  }
  checkAuth(source, body.auth);
  return { source, auth: body.auth };
}

/** Adds the source as the check left it; if the agent did not answer, the source is PENDING. */
export async function addSource(ctx: Context, { source, auth, link }: SourceToAdd, checked: Checked): Promise<Source> {
  await lockOwnStorefront(ctx);
  const heldBack = isHeldBack({ ...source, ...UNEXAMINED }, ctx.installation.compliance.gates);
  const added = await insertSource(ctx.db, { ...checkedBy(source, checked, ctx.now), heldBack }, ctx.now);
  if (!added) throw taken(source.sourceId);
  await saveAuth(ctx, added, auth);
  if (heldBack) await notifyOfHold(ctx, added);
  if (link) await requestLink(ctx, { ...link, buyer: added, inventorySourceId: added.inventorySourceId });
  return added;
}

function draft(customerId: number, storefrontId: number, sourceId: string, body: NewSourceBody): NewSource {
  const { name, description = null, executionType, type = "SALES" } = body;
  const source = {
    ...wayTo(body, { storefrontId, sourceId }),
    storefrontId,
    sourceId,
    customerId,
    name,
    description,
    executionType,
    type,
    status: "PENDING" as const,
    authConfigured: body.auth !== undefined,
    buyersBringOwn: body.buyersBringOwn ?? false,
    capabilities: null,
    capabilitiesAt: null,
    connectionError: null,
  };
  return { ...source, requiresCredentials: requiresCredentials(source) };
}

type SourceAddress = Pick<NewSource, "agentId" | "endpointUrl" | "protocol" | "authenticationType" | "simulation">;

function wayTo(body: NewSourceBody, place: Pick<NewSource, "storefrontId" | "sourceId">): SourceAddress {
  const { executionType, simulation = null, platformId = "" } = body;
  const inside = { endpointUrl: null, protocol: null, simulation: null };
  if (executionType === "LINKED_STOREFRONT")
    return { ...inside, agentId: linkedAgentId(platformId), authenticationType: "NO_AUTH" };
  if (executionType === "SIMULATED" && simulation)
    return {
      ...inside,
      simulation,
      agentId: agentIdOf({ ...place, ...inside }),
      authenticationType: keyed(simulation),
    };
  const { endpointUrl = null, protocol = null, authenticationType = null } = body;
  return {
    endpointUrl,
    protocol,
    authenticationType,
    agentId: agentIdOf({ ...place, endpointUrl, protocol }),
    simulation: null,
  };
}

/** A simulated publisher with a key requires that key, like any agent that has one. */
function keyed({ requiresKey }: { readonly requiresKey: string | null }): "API_KEY" | "NO_AUTH" {
  return requiresKey === null ? "NO_AUTH" : "API_KEY";
}

export function freeSlug(name: string, known: ReadonlySet<string>): string {
  const base = slugOf(name, 100) || "source";
  if (!known.has(base)) return base;
  let number = 2;
  while (known.has(`${base}-${number}`)) number += 1;
  return `${base}-${number}`;
}

export function taken(sourceId: string): Conflict {
  return new Conflict(`your storefront has a source ${sourceId} already`, { field: "sourceId" });
}
