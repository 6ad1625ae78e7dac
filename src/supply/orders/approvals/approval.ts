import type { Context } from "../../../ground/kernel/context.ts";
import { lifecycle, type Transitions } from "../../../ground/kernel/lifecycle.ts";
import type { Terms } from "../../instructions/index.ts";
import type { Source } from "../../sources/index.ts";
import type { Order } from "../order.ts";
import type { Screening } from "./screening.ts";

export const APPROVAL_STATUSES = ["pending", "approved", "rejected", "revoked"] as const;
export type ApprovalStatus = (typeof APPROVAL_STATUSES)[number];
export type ApprovalStep = "approve" | "reject" | "revoke";

/** Storefront contract §10.7. "Revoked" means canceled by its buyer. */
export const TRANSITIONS: Transitions<ApprovalStatus, ApprovalStep> = {
  approve: { pending: "approved" },
  reject: { pending: "rejected" },
  revoke: { pending: "revoked", approved: "revoked" },
};

export const approvalLife = lifecycle({
  noun: "approval of an order",
  starts: ["pending"],
  states: {
    pending: "the storefront's people have to decide",
    approved: "it may be sent to its sources",
    rejected: "it is not sent to any source",
    revoked: "its buyer has canceled it",
  },
  transitions: TRANSITIONS,
});

/** An order that was held, and the decision of the storefront's people. */
export interface Approval {
  readonly approvalId: number;
  readonly orderId: string;
  readonly storefrontId: number;
  /** Null for a buyer on another system. */
  readonly buyerCustomerId: number | null;
  readonly buyerName: string;
  /** In AdCP's terms, without the buyer's callback. */
  readonly submittedPayload: Readonly<Record<string, unknown>>;
  /** The payload before its buyer last changed it; null if it was never changed. */
  readonly previousPayload: Readonly<Record<string, unknown>> | null;
  readonly status: ApprovalStatus;
  readonly reviewedBy: number | null;
  readonly reviewedAt: Date | null;
  readonly reviewerNotes: string | null;
  /** When its buyer was told that its sources had refused it; null until then. */
  readonly refusalReportedAt: Date | null;
  /** When it is refused for lack of a decision, by the storefront's clock; null if it waits indefinitely. */
  readonly expiresAt: Date | null;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/** Called once for a new order, in the transaction that stores it. */
export type Screen = (ctx: Context, order: Order, terms: Terms, active: readonly Source[]) => Promise<Screening>;
