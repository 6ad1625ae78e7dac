import { syncLibrary } from "../../../supply/creatives/index.ts";
import { type AdcpRequestContext, sellerCall } from "../request-context.ts";

/**
 * Creates placeholders for creatives that a trial uses in a buy before it has sent them, as AdCP's storyboards do. Creatives that it sends
 * later replace the placeholders.
 */
export async function standInFor(creativeIds: readonly string[], requestContext: AdcpRequestContext): Promise<void> {
  const { host, resolved } = requestContext;
  const format_id = { agent_url: host.installation.publicUrl, id: "display_static" };
  const creatives = creativeIds.map((creativeId) => {
    return { creativeId, name: creativeId, manifest: { format_id, assets: {} } };
  });
  const { side, ...caller } = resolved.caller;
  const sync = { creatives, assignments: [], replacesAll: false, dryRun: false, strict: true };
  await syncLibrary(side, caller, sync, sellerCall(requestContext, undefined));
}
