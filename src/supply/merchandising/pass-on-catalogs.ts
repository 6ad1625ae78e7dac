import type { Log } from "../../ground/kernel/log.ts";
import { refusal } from "../../ground/seller-agent/implementing/refusal.ts";
import {
  type CatalogOutcome,
  type CatalogsToSync,
  type SellerCall,
  SellerRefused,
} from "../../ground/seller-agent/index.ts";
import type { OpenedSource } from "../orders/index.ts";
import { askAll } from "./ask-all.ts";

/**
 * A storefront keeps no catalogs: it passes them on to those of its sources that accept catalogs. If one source fails,
 * the catalog fails with an error that names the source.
 */
export async function passOnCatalogs(
  storefrontName: string,
  sources: readonly OpenedSource[],
  request: CatalogsToSync,
  call: SellerCall,
  log: Log,
): Promise<CatalogOutcome[]> {
  const taking = sources.filter(({ source }) => isMeant(source, request));
  if (taking.length === 0) throw takesNone(storefrontName);
  const { said, incomplete } = await askAll(taking, call, log, async (agent, share, { name }) => {
    if (!agent.syncCatalogs) throw takesNone(name);
    return agent.syncCatalogs(request, share);
  });
  const unanswered = incomplete.map(({ source, message }) => `${source}: ${message}`);
  return request.catalogs.map(({ catalogId }) => {
    const reported = said.flatMap(({ source: { name }, value }) =>
      value.filter((one) => one.catalogId === catalogId).map((one) => ({ ...one, name })),
    );
    const refused = reported.flatMap(({ name, error }) => (error === null ? [] : [`${name}: ${error}`]));
    const errors = [...refused, ...unanswered];
    const counts = reported.flatMap(({ itemCount }) => itemCount ?? []);
    return {
      catalogId,
      itemCount: counts.length > 0 ? Math.max(...counts) : null,
      error: errors.length > 0 ? errors.join("; ") : null,
    };
  });
}

function isMeant({ agentId, capabilities }: OpenedSource["source"], request: CatalogsToSync): boolean {
  if (request.agentId !== undefined && agentId !== request.agentId) return false;
  return capabilities?.tools.includes("sync_catalogs") ?? false;
}

function takesNone(name: string): SellerRefused {
  return new SellerRefused(name, [
    refusal("UNSUPPORTED_FEATURE", "it does not accept catalogs (sync_catalogs)", null, "terminal"),
  ]);
}
