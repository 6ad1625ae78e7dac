import type { z } from "zod";
import { after, DAY_MS } from "../../../ground/kernel/clock.ts";
import type { Edge } from "../../http/mount.ts";
import type { Guide } from "../../reference/index.ts";
import type { McpRequestContext } from "../tools/tool.ts";
import { readAs } from "./read-as.ts";
import { Buyers, Counted, Instructions, Keys, Links, Pending, Readiness, Storefront, Unread } from "./seen.ts";

/** How things stand with a seller; undefined what it has not, or may not read, or this server cannot tell. */
export interface Surroundings {
  readonly termsAccepted: boolean;
  readonly storefront: z.output<typeof Storefront> | undefined;
  /** What its operator has told whoever speaks for it; undefined where no version is active. */
  readonly instructions: z.output<typeof Instructions> | undefined;
  readonly readiness: z.output<typeof Readiness> | undefined;
  readonly buyers: z.output<typeof Buyers>["items"];
  /** How many invitations are out. */
  readonly joinLinks: number;
  readonly pending: Pending | undefined;
  /** Of others who ask to sell from the storefront. */
  readonly links: Links | undefined;
  /** Of buyers of other systems, those that end within a fortnight. */
  readonly endingKeys: Keys | undefined;
  readonly unread: z.output<typeof Unread> | undefined;
}

/** Whoever buys by a key that ends needs another in its hands before. */
const ENDING_SOON_MS = 14 * DAY_MS;

/** Looks with the caller's own eyes: by the operations that it could call itself. Undefined for whoever sells nothing. */
export async function lookAround(
  guide: Guide,
  requestContext: McpRequestContext,
  edge: Pick<Edge, "host" | "keyring">,
): Promise<Surroundings | undefined> {
  // Fresh, because the terms may have been accepted a moment ago.
  const viewer = await requestContext.fresh();
  if (viewer.customerKind !== "SELLER") return undefined;

  const read = readAs(viewer, guide, requestContext, edge);
  const [storefront, instructions, readiness, buyers, joinLinks, pending, links, endingKeys, unread] =
    await Promise.all([
      read("getStorefront", Storefront),
      read("getActiveOperatingInstructions", Instructions),
      read("getStorefrontReadiness", Readiness),
      read("listSponsoredBuyers", Buyers),
      read("listJoinLinks", Counted),
      read("getStorefrontPendingOperations", Pending),
      read("listStorefrontLinks", Links, { direction: "inbound", status: "PENDING" }),
      read("listCallerKeys", Keys, { expiresBefore: after(edge.host.clock.now(), ENDING_SOON_MS).toISOString() }),
      read("listNotifications", Unread, { unreadOnly: "true", limit: "1" }),
    ]);
  return {
    termsAccepted: viewer.termsAccepted,
    storefront,
    instructions,
    readiness,
    buyers: buyers?.items ?? [],
    joinLinks: joinLinks?.items.length ?? 0,
    pending,
    links,
    endingKeys,
    unread,
  };
}
