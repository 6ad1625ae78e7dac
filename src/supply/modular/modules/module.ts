import type { z } from "zod";
import type { Decimal } from "../../../ground/kernel/money.ts";
import type { Outbound } from "../../../ground/outbound/index.ts";
import type { ModuleContract } from "./contract.ts";
import type { Stage } from "./stage.ts";

/**
 * A kind of module. Its contract describes it, `config` validates its configuration, and `carryOut` executes the stages
 * that it automates. docs/writing-a-module.md explains how to add one.
 */
export interface Module {
  readonly contract: ModuleContract;
  /** Every field is optional: the contract says which are required, and a module without them stays CONFIGURING. */
  readonly config: z.ZodType<Readonly<Record<string, unknown>>>;
  readonly carryOut?: Readonly<Partial<Record<Stage, RunTask>>>;
}

/**
 * Executes one task upstream. It is called outside any transaction, and again with the same key if the result is
 * unknown: it must do its work only once per key. An exception counts as a failure that may be retried.
 */
export type RunTask = (task: ModuleTask, way: UpstreamAccess) => Promise<TaskOutcome>;

/** What a module has to do for one booking. */
export interface ModuleTask {
  readonly stage: Stage;
  /** Identifies the task: requests with the same key are the same task, however often it is sent. */
  readonly key: string;
  /** Starts from 1. */
  readonly attempt: number;
  readonly booking: TaskBooking;
  /** The results of earlier stages, by key: `upstreamOrderId`, `clientCopyMasterRef`. */
  readonly known: Readonly<Record<string, string>>;
}

/** What an upstream system needs to know about a booking. */
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
  /** Whether its buyer currently wants it paused. A booking that is not set up yet does not run in either case. */
  readonly paused: boolean;
  readonly campaignName: string | null;
  readonly advertiserName: string | null;
  /** As the buyer sent them, in AdCP's spelling. */
  readonly creatives: readonly TaskCreative[];
  /** The feed's additional columns, such as the upstream ids of placements. */
  readonly sourceMetadata: Readonly<Record<string, unknown>>;
}

export interface TaskCreative {
  readonly creativeId: string;
  readonly name: string;
  readonly manifest: Readonly<Record<string, unknown>>;
}

/** The module's access to the outside: `ground/outbound`, its configuration, and its secrets, decrypted for one call. */
export interface UpstreamAccess {
  readonly request: Outbound["request"];
  readonly config: Readonly<Record<string, unknown>>;
  readonly credentials: Readonly<Partial<Record<CredentialKind, Readonly<Record<string, unknown>>>>>;
  /** The time of the seller's clock. */
  readonly now: Date;
}

export const CREDENTIAL_KINDS = ["API_KEY", "BEARER", "OAUTH"] as const;
export type CredentialKind = (typeof CREDENTIAL_KINDS)[number];

export type TaskOutcome =
  /** Contains every key in the task contract's `requiredResultKeys`. */
  | { readonly kind: "done"; readonly result: Readonly<Record<string, unknown>> }
  /** `final` means that a retry would not help, so people are asked immediately. */
  | { readonly kind: "failed"; readonly message: string; readonly final?: true };
