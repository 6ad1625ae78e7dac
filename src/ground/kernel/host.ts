import type { Blobs, Spool } from "../blobs/index.ts";
import type { ReadOrganisation } from "../db/copy/index.ts";
import type { Database } from "../db/database.ts";
import type { Db } from "../db/db.ts";
import type { Embedder } from "../embeddings/index.ts";
import type { Shares, Uploads } from "../fairness/index.ts";
import type { BackgroundTasks } from "../jobs/background-tasks.ts";
import type { LanguageModel } from "../language-model/language-model.ts";
import type { Outbound } from "../outbound/outbound.ts";
import type { OpenAgent } from "../seller-agent/connection.ts";
import type { SellerCalls } from "../seller-agent/implementing/observed-agent.ts";
import type { PropertyLists } from "../seller-agent/lists/index.ts";
import type { Sellers } from "../seller-agent/sellers.ts";
import type { Tracing } from "../tracing/index.ts";
import type { Vault } from "../vault/vault.ts";
import type { Watchdog } from "../watchdog/index.ts";
import type { Workers } from "../workers/index.ts";
import type { AuditEntry } from "./audit-entry.ts";
import type { Clock } from "./clock.ts";
import type { AdvertiserNames, Consents, EnqueueOptions, Installation } from "./context.ts";
import type { Log } from "./log.ts";
import type { MailTransport } from "./mail.ts";
import type { Random } from "./random.ts";
import type { SharedAnswers } from "./reading/shared-answers.ts";
import type { Agenda, Step, StepInput } from "./step.ts";
import type { Viewer } from "./viewer.ts";

/** Everything that varies, in one place: the composition root provides it, and `run` and `perform` hand out parts of it. */
export interface Host {
  readonly database: Database;
  readonly clock: Clock;
  readonly random: Random;
  readonly vault: Vault;
  readonly outbound: Outbound;
  readonly sellers: Sellers;
  readonly openAgent: OpenAgent;
  readonly consents: Consents;
  /** See `Context`. */
  advertiserNames(db: Db, customerId: number, advertiserIds: readonly number[]): Promise<AdvertiserNames>;
  readonly propertyLists: PropertyLists;
  readonly mail: MailTransport;
  readonly blobs: Blobs;
  readonly workers: Workers;
  readonly watchdog: Watchdog;
  readonly tracing: Tracing;
  /** Notified of every call of a seller's agent. */
  readonly sellerCalls: SellerCalls;
  /** Where uploads are stored until their request is answered. */
  readonly spool: Spool;
  /** See `CallContext`. */
  readonly readOrganisation: ReadOrganisation;
  /** How many uploads of each organisation are in progress here. */
  readonly uploads: Uploads;
  /** Null if none is configured: everything works without. */
  readonly languageModel: LanguageModel | null;
  readonly embedder: Embedder | null;
  readonly log: Log;
  /** For writes that follow an answer. */
  readonly backgroundTasks: BackgroundTasks;
  /** Where organisations take turns at expensive calls. */
  readonly shares: Shares;
  /** Lists and reports that are being answered at the moment. */
  readonly sharedAnswers: SharedAnswers;
  readonly installation: Installation;
  readonly agendas: readonly Agenda[];
  /** Called at each stage of a three-part step, which waits for it: for traces, and for tests that stop the process there. */
  reached?(work: string, stage: "claiming" | "claimed" | "called" | "settling" | "settled"): void | Promise<void>;
  /** Writes the audit entry for a change, in the transaction that makes the change. */
  audit(db: Db, entry: AuditEntry): Promise<void>;
  /** Sends the query for the end of the log together with the transaction's next query: see `Context`. */
  expectAudit(db: Db, customerId: number): void;
  enqueue(db: Db, step: Pick<Step, "name">, input: StepInput, options: EnqueueOptions): Promise<void>;
  /** The customer as a viewer, for steps that are performed on its behalf. */
  viewerOf(customerId: number): Promise<Viewer | undefined>;
}
