import type { z } from "zod";
import type { Decimal } from "../../../ground/kernel/money.ts";
import type { Outbound } from "../../../ground/outbound/index.ts";
import type { ModuleContract } from "./contract.ts";
import type { Stage } from "./stage.ts";

/**
 * One kind of module. Its contract describes it; `config` is its configuration; `carryOut` executes the stages that it
 * automates. docs/writing-a-module.md explains how to add one.
 */
export interface Module {
  readonly contract: ModuleContract;
  /** Everything optional: what is missing is the contract's to say, and leaves the module CONFIGURING. */
  readonly config: z.ZodType<Readonly<Record<string, unknown>>>;
  readonly carryOut?: Readonly<Partial<Record<Stage, CarryOut>>>;
}

/**
 * Executes one task upstream. It is called outside any transaction, and again with the same key if the result is
 * unknown: it must do its work only once per key. An exception counts as a failure that may be retried.
 */
export type CarryOut = (task: ModuleTask, way: WayUpstream) => Promise<TaskOutcome>;

/** What a module is asked to do for one booking. */
export interface ModuleTask {
  readonly stage: Stage;
  /** Immutable: the same key is the same task, however often it is asked. */
  readonly key: string;
  /** From 1. */
  readonly attempt: number;
  readonly booking: TaskBooking;
  /** What the stages before it left, by key: `upstreamOrderId`, `clientCopyMasterRef`. */
  readonly known: Readonly<Record<string, string>>;
}

/** A booking as an upstream system needs to know it. */
export interface TaskBooking {
  readonly bookingId: string;
  readonly mediaBuyId: string;
  readonly packageId: string | null;
  readonly availId: string;
  readonly availName: string;
  readonly impressions: number;
  readonly cpm: Decimal | null;
  readonly currency: string | null;
  readonly start: Date;
  readonly end: Date;
  /** What its buyer currently wants; what is not set up yet does not run in either case. */
  readonly paused: boolean;
  readonly campaignName: string | null;
  readonly advertiserName: string | null;
  /** As the buyer gave them, in AdCP's spelling. */
  readonly creatives: readonly TaskCreative[];
  /** What the feed says beside its own columns, such as the ids of upstream's placements. */
  readonly sourceMetadata: Readonly<Record<string, unknown>>;
}

export interface TaskCreative {
  readonly creativeId: string;
  readonly name: string;
  readonly manifest: Readonly<Record<string, unknown>>;
}

/** The module's external access: `ground/outbound`, its config, and its secrets, decrypted for one call. */
export interface WayUpstream {
  readonly request: Outbound["request"];
  readonly config: Readonly<Record<string, unknown>>;
  readonly credentials: Readonly<Partial<Record<CredentialKind, Readonly<Record<string, unknown>>>>>;
  /** The seller's clock. */
  readonly now: Date;
}

export const CREDENTIAL_KINDS = ["API_KEY", "BEARER", "OAUTH"] as const;
export type CredentialKind = (typeof CREDENTIAL_KINDS)[number];

export type TaskOutcome =
  /** With every key of the task contract's `requiredResultKeys`. */
  | { readonly kind: "done"; readonly result: Readonly<Record<string, unknown>> }
  /** `final`: a retry would change nothing, so people are asked immediately. */
  | { readonly kind: "failed"; readonly message: string; readonly final?: true };
