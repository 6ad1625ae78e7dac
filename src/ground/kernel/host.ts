import type { Blobs } from "../blobs/index.ts";
import type { Database, Db } from "../db/database.ts";
import type { BackgroundTasks } from "../jobs/background-tasks.ts";
import type { LanguageModel } from "../language-model/language-model.ts";
import type { Outbound } from "../outbound/outbound.ts";
import type { OpenAgent } from "../seller-agent/connection.ts";
import type { PropertyLists } from "../seller-agent/lists/index.ts";
import type { Sellers } from "../seller-agent/sellers.ts";
import type { Vault } from "../vault/vault.ts";
import type { AuditEntry } from "./audit-entry.ts";
import type { Clock } from "./clock.ts";
import type { EnqueueOptions, Installation } from "./context.ts";
import type { Log } from "./log.ts";
import type { MailTransport } from "./mail.ts";
import type { Random } from "./random.ts";
import type { Agenda, Step, StepInput } from "./step.ts";
import type { Viewer } from "./viewer.ts";

/** Everything that varies, in one place: the composition root fills it, `run` and `perform` hand out parts of it. */
export interface Host {
  readonly database: Database;
  readonly clock: Clock;
  readonly random: Random;
  readonly vault: Vault;
  readonly outbound: Outbound;
  readonly sellers: Sellers;
  readonly openAgent: OpenAgent;
  readonly propertyLists: PropertyLists;
  readonly mail: MailTransport;
  readonly blobs: Blobs;
  /** Null where nobody has named one: everything works without. */
  readonly languageModel: LanguageModel | null;
  readonly log: Log;
  /** For what is written down of an answer after it was given. */
  readonly backgroundTasks: BackgroundTasks;
  readonly installation: Installation;
  readonly agendas: readonly Agenda[];
  /** Hears how far a three-part piece of work has come: for traces, and for tests that pull the plug there. */
  reached?(work: string, stage: "claiming" | "claimed" | "called" | "settling" | "settled"): void;
  /** Writes the audit entry of what just happened, in its transaction. */
  audit(db: Db, entry: AuditEntry): Promise<void>;
  enqueue(db: Db, step: Pick<Step, "name">, input: StepInput, options: EnqueueOptions): Promise<void>;
  /** The customer itself, for the steps that are done on its behalf. */
  viewerOf(customerId: number): Promise<Viewer | undefined>;
}
