import { z } from "zod";
import { PublicError } from "../../../ground/kernel/errors.ts";
import { carryOut } from "../../http/carry-out.ts";
import type { Edge } from "../../http/mount.ts";
import type { Guide } from "../../reference/index.ts";
import type { Visit } from "../tools/tool.ts";

// What is read of each answer, and nothing else: an operation may say more tomorrow.
const Storefront = z.object({
  storefrontId: z.string(),
  name: z.string(),
  marketplaceState: z.string(),
});
const Source = z.object({
  sourceId: z.string().nullable(),
  name: z.string(),
  sourceStatus: z.string(),
  auth: z.object({ required: z.boolean(), configured: z.boolean(), type: z.string().nullable() }),
  health: z.object({ lastError: z.string().nullish() }).optional(),
  heldBack: z.boolean().optional(),
  cardPosture: z.object({ explanation: z.string() }).optional(),
});
const Check = z.object({
  id: z.string(),
  name: z.string(),
  description: z.string(),
  status: z.string(),
  isBlocker: z.boolean(),
  details: z.string().optional(),
});
const Readiness = z.object({
  effectiveStatus: z.string(),
  isPaused: z.boolean(),
  checks: z.array(Check),
  sourceDiagnostics: z.array(Source),
});
const Buyers = z.object({
  items: z.array(z.object({ buyerCustomerId: z.int(), buyerName: z.string().nullable(), status: z.string() })),
});
const Counted = z.object({ items: z.array(z.unknown()) });
const Unread = z.object({
  unreadCount: z.int(),
  notifications: z.array(z.object({ message: z.string() })),
});

export type Check = z.output<typeof Check>;
export type Source = z.output<typeof Source>;

/** How things stand with a seller; undefined what it has not, or may not read, or this server cannot tell. */
export interface Surroundings {
  readonly termsAccepted: boolean;
  readonly storefront: z.output<typeof Storefront> | undefined;
  readonly readiness: z.output<typeof Readiness> | undefined;
  readonly buyers: z.output<typeof Buyers>["items"];
  /** How many invitations are out. */
  readonly joinLinks: number;
  readonly ordersToDecide: number;
  readonly creativesToReview: number;
  readonly unread: z.output<typeof Unread> | undefined;
}

/** Looks with the caller's own eyes: by the operations that it could call itself. Undefined for whoever sells nothing. */
export async function lookAround(
  guide: Guide,
  visit: Visit,
  edge: Pick<Edge, "host" | "keyring">,
): Promise<Surroundings | undefined> {
  // Fresh, because the terms may have been accepted a moment ago.
  const viewer = await visit.fresh();
  if (viewer.customerKind !== "SELLER") return undefined;

  async function read<A extends z.ZodType>(operation: string, answer: A, query = {}): Promise<z.output<A> | undefined> {
    const op = guide.capability(operation)?.op;
    if (!op) return undefined;
    try {
      const request = { params: {}, query, body: undefined, requestId: visit.requestId };
      const { envelope } = await carryOut(op, request, viewer, edge);
      return answer.safeParse(envelope.data).data;
    } catch (error) {
      if (error instanceof PublicError) return undefined;
      throw error;
    }
  }

  const [storefront, readiness, buyers, links, orders, creatives, unread] = await Promise.all([
    read("getStorefront", Storefront),
    read("getStorefrontReadiness", Readiness),
    read("listSponsoredBuyers", Buyers),
    read("listJoinLinks", Counted),
    read("listPendingMediaBuys", Counted),
    read("listCreativeReviews", Counted),
    read("listNotifications", Unread, { unreadOnly: "true", limit: "1" }),
  ]);
  return {
    termsAccepted: viewer.termsAccepted,
    storefront,
    readiness,
    buyers: buyers?.items ?? [],
    joinLinks: links?.items.length ?? 0,
    ordersToDecide: orders?.items.length ?? 0,
    creativesToReview: creatives?.items.length ?? 0,
    unread,
  };
}
