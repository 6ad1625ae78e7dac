import type { $ZodType } from "zod/v4/core";
import type { Blobs, Spool } from "../blobs/index.ts";
import type { ReadOrganisation } from "../db/copy/index.ts";
import type { Db, InstallationDb, Scope } from "../db/db.ts";
import type { Embedder } from "../embeddings/embedder.ts";
import type { Outbound } from "../outbound/outbound.ts";
import type { OpenAgent } from "../seller-agent/connection.ts";
import type { Sellers } from "../seller-agent/sellers.ts";
import type { Vault } from "../vault/vault.ts";
import type { Workers } from "../workers/index.ts";
import type { AuditEntry, Changes } from "./audit-entry.ts";
import { after } from "./clock.ts";
import type { Log } from "./log.ts";
import type { MailTransport } from "./mail.ts";
import type { Random } from "./random.ts";
import type { Viewer } from "./viewer.ts";

/** The installation's settings; nothing here is secret. */
export interface Installation {
  /** The commit that it was built from; null if unknown. */
  readonly commitSha: string | null;
  /** This installation's public URL, without a trailing slash. */
  readonly publicUrl: string;
  /** A sandbox has clocks that can be advanced and simulated sellers, and may call loopback. */
  readonly sandbox: boolean;
  readonly termsVersion: string;
  /** The address of the first operator; null if whoever opens the link that the server prints becomes the operator. */
  readonly operatorEmail: string | null;
  /** Whether people can create organisations themselves, and whether an operator has to approve each. */
  readonly signUp: "open" | "approval" | "closed";
  /** Whether people can join through a link, or sign up without one; false as long as the text of the terms is missing. */
  readonly signUpOpen: boolean;
  /** Other origins to which an OAuth code may be sent, in addition to loopback addresses. */
  readonly oauthRedirectOrigins: readonly string[];
  /** Origins that replace platforms' hosts, such as a simulation's, by host name. Only used in a sandbox. */
  readonly providerHosts?: Readonly<Record<string, string>>;
  /** The operator's private networks that may be called, in CIDR notation; none by default. */
  readonly outboundNetworks: readonly string[];
  /** How long a discovery waits for its slowest seller. */
  readonly discoveryTimeoutMs: number;
  /** The timeout of all other calls to a seller. */
  readonly sellerTimeoutMs: number;
  /** How long a storefront's people have to decide on a media buy before it is refused. */
  readonly approvalDays: number;
  /** The URL of a brand's brand.json, with `{domain}` in it; null if brands are not asked. */
  readonly brandJsonUrl: string | null;
  /** The URL of a domain's adagents.json, with `{domain}` in it; null if domains are not asked. */
  readonly adagentsJsonUrl: string | null;
  /** An AdCP registry of brands and agents, without a trailing slash; null if there is none. */
  readonly brandRegistryUrl: string | null;
  /** Where buyers' interest is reported; null for nowhere. Anybody who knows this URL can write there, so it is never shown. */
  readonly interestWebhookUrl: string | null;
  /** Where to report a vulnerability, a mailto: or https URL; null for the standard mailbox of the domain. */
  readonly securityContact: string | null;
  /** The model whose vectors help to find what a brief means; null for none. */
  readonly embeddingsModel: string | null;
  readonly uploads: UploadLimits;
  /** How long logged events are kept, and how old an event may be. */
  readonly eventRetentionDays: number;
  /** How long sellers' individual reports are kept; the resulting figures stay. */
  readonly deliveryReportRetentionDays: number;
  /** For how many days an organisation can read its own requests; null if none are stored. */
  readonly requestLogDays: number | null;
  /** How long a storefront's operator can read what happened to a brief. */
  readonly intelligenceRetentionDays: number;
  /** For how many days, in real time, the facts behind sellers' analytics are kept; daily sums are kept permanently. */
  readonly analyticsRetentionDays: number;
  /** How often an agent's capabilities are fetched again automatically; null for never. */
  readonly capabilitiesRefreshHours: number | null;
  readonly compliance: ComplianceSettings;
  /** Where a signed checkpoint of the audit logs is sent each day; null for nowhere. */
  readonly auditCheckpoints: CheckpointPlace | null;
}

type CheckpointPlace =
  | { readonly kind: "file"; readonly path: string }
  | { readonly kind: "mail"; readonly to: string }
  | { readonly kind: "webhook"; readonly url: string };

/** How the agents behind sources are tested with AdCP's storyboards. */
export interface ComplianceSettings {
  /** How often each is tested automatically; null for on request only. */
  readonly everyDays: number | null;
  /** The tracks that an agent must pass completely; otherwise buyers are not shown its source. */
  readonly gates: readonly string[];
  /** How long one examination may take. */
  readonly mostMs: number;
}

/** The limits of a request, in bytes and in files. */
export interface UploadLimits {
  readonly fileBytes: number;
  /** The limit for all files of a request together. */
  readonly requestBytes: number;
  readonly files: number;
  /** How many concurrent uploads of one organisation a process accepts. */
  readonly atOnce: number;
  /** How much one organisation may store, in bytes. */
  readonly storageBytes: number;
}

export type AdvertiserNames = ReadonlyMap<number, string>;

interface Common {
  readonly viewer: Viewer;
  /** The customer's clock. */
  readonly now: Date;
  readonly requestId: string;
  readonly random: Random;
  readonly vault: Vault;
  readonly log: Log;
  readonly installation: Installation;
}

/** Inside a transaction, where there is a database and no network. */
export interface Context extends Common {
  readonly db: Db;
  /** How far the transaction sees. */
  readonly reach: Scope["reach"];
  /** Enqueues a step for after this transaction commits, and only if it does. */
  enqueue<I extends StepInput>(step: JobReference<I>, input: I, options?: EnqueueOptions): Promise<void>;
  /** The earliest item that is due by then on the customer's clock, over all areas. */
  nextDue(until: Date): Promise<Due | undefined>;
  /** Names of the customer's own advertisers, by their ids, for supply, which stores none of them. Other ids are missing from the result. */
  advertiserNames(advertiserIds: readonly number[]): Promise<AdvertiserNames>;
  /** Writes an audit entry that `run` cannot write: a change by somebody without a key, in the log of the customer concerned. */
  audit(change: Omit<AuditEntry, "requestId" | "at" | "outcome" | "scope" | "changes">): Promise<void>;
  /**
   * Sends the query that locks and reads the end of the audit log together with the next query, for a transaction that will write an entry.
   * From then on nobody else can write to the log, so this lock must come after every other lock of the transaction.
   */
  expectAudit(): void;
  /** What this transaction changes, by field, for its audit entry: see `recordChanges`. */
  readonly changes: Changes;
  /** Reports that the transaction claims a step in addition to its own work, for observers of the stages of work. */
  claiming(step: string): Promise<void>;
}

/** Between two transactions, where there is a network but no database, because it would be held open during the call. */
export interface CallContext extends Common {
  readonly outbound: Outbound;
  /** Demand's way to supply. */
  readonly sellers: Sellers;
  /** Supply's way to the agents behind its sources. */
  readonly openAgent: OpenAgent;
  /** Gives supply access to the platforms and agents for which people have given consent. */
  readonly consents: Consents;
  readonly mail: MailTransport;
  readonly blobs: Blobs;
  /** Where untrusted bytes and texts are parsed. */
  readonly workers: Workers;
  readonly spool: Spool;
  /** Reads all that an organisation has as of one moment, on a connection of its own. */
  readonly readOrganisation: ReadOrganisation;
  /** Null if no model is configured: everything works without. */
  readonly embedder: Embedder | null;
  /** Reports the progress of an operation that declares `progress`; others report to nobody. */
  readonly tell: ReportProgress;
  /** Executes a step now, in its own transactions. Returns the settled result, or undefined if there was nothing to do. */
  perform<I extends StepInput, S>(step: Step<I, S>, input: I): Promise<S | undefined>;
  /** Continues with what one of our transactions has claimed for a step. */
  performClaimed<I extends StepInput, S>(step: Step<I, S>, claimed: ClaimedStep<I>): Promise<S | undefined>;
}

/** What a step claimed in somebody else's transaction. It exists only in the process that claimed it, and is never stored. */
export interface ClaimedStep<I extends StepInput = StepInput> {
  readonly input: I;
  readonly claimed: unknown;
}

/** The progress of a piece of work. */
export interface Progress {
  /** Increases from event to event. */
  readonly done: number;
  readonly of: number;
  /** The same for people: what was done last. */
  readonly message: string;
}

export type ReportProgress = (progress: Progress) => void;

export interface EnqueueOptions {
  /** Wall-clock milliseconds from now. */
  readonly delayMs?: number;
  /** While a job with this key is waiting, no other job with it is added. */
  readonly key?: string;
}

/** Every step belongs to a customer, and can only see that customer's rows. */
export interface StepInput {
  readonly customerId: number;
}

/** What settling a step changes, for the audit log, and the input field that names it. */
export interface StepAudit {
  readonly resource: string;
  readonly idIn: string;
}

/**
 * Work that follows a request or a clock, executed at least once, as a job. If it makes external calls, it has three parts: `claim` takes
 * the work in a transaction (undefined if there is nothing to do), `call` makes the request outside any transaction, and `settle` stores
 * the result in another. After a crash in between, the step is repeated, so a call carries the key with which it was claimed.
 */
export interface Step<I extends StepInput = StepInput, S = unknown> {
  readonly name: string;
  readonly input: $ZodType<I>;
  /** How often a failing step is tried before it becomes a dead letter. */
  readonly attempts: number;
  /** How many of these one process executes concurrently, if the queue's default is too many. */
  readonly atOnce?: number;
  /** Belongs to no particular customer: it sees every tenant's rows, and the customer of its input is that of NOBODY. */
  readonly reach?: "installation";
  readonly audit?: StepAudit;
  /** The step only reads, so it needs no write transaction. */
  readonly reads?: true;
  claim(input: I, ctx: Context): Promise<unknown>;
  call?(claimed: never, ctx: CallContext): Promise<unknown>;
  settle?(claimed: never, called: never, ctx: Context): Promise<S | undefined>;
}

/** A step as it is seen by code that enqueues it from an earlier area. */
export type JobReference<I extends StepInput> = Pick<Step<I>, "name" | "input">;

/** Something that is due by a customer's clock: a step, and its due time. */
export interface Due {
  readonly at: Date;
  readonly step: Step;
  readonly input: StepInput;
  /** What it concerns, for the person who advances a clock: `media buy mb_…`. */
  readonly subject: string;
}

/** The database of a transaction that sees every tenant: an operator's, or that of a public operation that declares it. */
export function installationDb({ db, reach }: Pick<Context, "db" | "reach">): InstallationDb {
  if (reach !== "installation") throw new Error("this transaction does not see the whole installation");
  return db as InstallationDb;
}

/** Real time, used for leases, sessions and everybody outside the sandbox. */
export function wallOf({ now, viewer }: Pick<Context, "now" | "viewer">): Date {
  return after(now, -viewer.clockOffsetMs);
}

/** The fields of an agent that are needed to ask somebody for consent to it. */
export interface ConsentPlace {
  readonly agentId: string | null;
  readonly name: string;
  readonly endpointUrl: string | null;
  readonly storefrontId: number;
}

/** Starts a consent that has been arranged, in a transaction. Returns the URL of our own page, where it continues in a browser. */
export type BeginConsent = (ctx: Context) => Promise<{ readonly authorizationUrl: string }>;

/**
 * Consent by OAuth, for areas that come before the one that implements it. Getting the access token of a credential throws
 * `SellerUnreachable`. `arrange` discovers an agent's authorization server, and throws `BadRequest` and `Unavailable`.
 */
export interface Consents {
  accessToken(
    out: Pick<CallContext, "perform" | "installation">,
    place: { readonly customerId: number; readonly credentialId: number },
  ): Promise<string>;
  arrange(out: CallContext, place: ConsentPlace): Promise<BeginConsent>;
}
