import { z } from "zod";

// The fields that are read from each answer. Fields that an operation adds later are not picked up.
export const Storefront = z.object({
  storefrontId: z.string(),
  name: z.string(),
  marketplaceState: z.string(),
  businessProfile: z
    .object({
      agentPersonality: z.string().optional(),
      notes: z.string().optional(),
      evidenceUrls: z.array(z.string()).optional(),
    })
    .nullish(),
});
export const Instructions = z.object({ version: z.int(), content: z.string() });
export const Source = z.object({
  sourceId: z.string().nullable(),
  name: z.string(),
  sourceStatus: z.string(),
  auth: z.object({ required: z.boolean(), configured: z.boolean(), type: z.string().nullable() }),
  health: z.object({ lastError: z.string().nullish() }).optional(),
  heldBack: z.boolean().optional(),
  cardPosture: z.object({ state: z.string(), explanation: z.string() }).optional(),
  modular: z.object({ openWorkItemCount: z.int() }).optional(),
  compliance: z.object({ trackCounts: z.object({ partial: z.int(), failing: z.int() }) }).nullish(),
});
export const Check = z.object({
  id: z.string(),
  name: z.string(),
  description: z.string(),
  status: z.string(),
  isBlocker: z.boolean(),
  details: z.string().optional(),
});
export const Readiness = z.object({
  effectiveStatus: z.string(),
  isPaused: z.boolean(),
  checks: z.array(Check),
  sourceDiagnostics: z.array(Source),
});
export const Buyers = z.object({
  items: z.array(z.object({ buyerCustomerId: z.int(), buyerName: z.string().nullable(), status: z.string() })),
});
export const Counted = z.object({ items: z.array(z.unknown()) });
const Named = z.object({ name: z.string().nullable() });
const Forward = z.object({ mediaBuyId: z.string(), buyer: Named });
export const Pending = z.object({
  approvals: z
    .object({ count: z.int(), items: z.array(z.object({ mediaBuyId: z.string(), buyer: Named })) })
    .optional(),
  creativeReviews: z
    .object({ count: z.int(), items: z.array(z.object({ creativeId: z.string(), buyer: Named })) })
    .optional(),
  failedForwards: z
    .object({ count: z.int(), groups: z.array(z.object({ action: z.string(), items: z.array(Forward) })) })
    .optional(),
  awaitingSource: z.object({ count: z.int() }).optional(),
});
export const Links = z.object({ total: z.int(), items: z.array(z.object({ linkId: z.int(), buyer: Named })) });
export const Keys = z.object({
  total: z.int(),
  items: z.array(z.object({ id: z.string(), name: z.string(), expiresAt: z.string().nullable() })),
});
export const Unread = z.object({
  unreadCount: z.int(),
  notifications: z.array(z.object({ message: z.string() })),
});

export type Check = z.output<typeof Check>;
export type Source = z.output<typeof Source>;
export type Pending = z.output<typeof Pending>;
export type Links = z.output<typeof Links>;
export type Keys = z.output<typeof Keys>;
