import type { ConnectionSettings } from "../edge/http/app.ts";
import type { RateLimitSettings } from "../edge/http/rate-limits.ts";
import type { BlobSettings } from "../ground/blobs/index.ts";
import type { Topology } from "../ground/db/connection/index.ts";
import type { EmbeddingsSettings } from "../ground/embeddings/index.ts";
import type { FairnessSettings } from "../ground/fairness/index.ts";
import type { Clock } from "../ground/kernel/clock.ts";
import type { Installation } from "../ground/kernel/context.ts";
import type { Host } from "../ground/kernel/host.ts";
import type { Log } from "../ground/kernel/log.ts";
import type { Random } from "../ground/kernel/random.ts";
import type { LanguageModel, LanguageModelSettings } from "../ground/language-model/index.ts";
import type { ResolveTxt } from "../ground/outbound/index.ts";
import type { OpenAgent } from "../ground/seller-agent/connection.ts";
import type { Sellers } from "../ground/seller-agent/sellers.ts";
import type { Tracing } from "../ground/tracing/index.ts";
import type { VaultKey } from "../ground/vault/index.ts";
import type { MailSettings, MailTransport } from "../platform/mail/index.ts";

/** Everything that varies between one server and another, and between a server and a test. */
export interface Parts {
  readonly databaseUrl: string;
  readonly poolSize: number;
  readonly prepare: boolean;
  /** One server that is reached directly, unless given. */
  readonly topology?: Topology;
  readonly installation: Installation;
  readonly vaultKeys: readonly VaultKey[];
  readonly rateLimits: RateLimitSettings;
  readonly bodyLimitBytes: number;
  readonly trustProxy: false | number | string;
  readonly connections: ConnectionSettings;
  readonly fairness: FairnessSettings;
  /**
   * Where a sandbox's simulated sellers keep their ledgers, mail is written without a mail server, and blobs without a
   * bucket.
   */
  readonly dataFolder: string;
  readonly mail: MailSettings;
  readonly blobs: BlobSettings;
  readonly log: Log;
  /** None unless given. */
  readonly tracing?: Tracing;
  /** For everybody, with all answers, by default. */
  readonly metrics?: {
    /** Required to read the page; null for no token. */
    readonly token: string | null;
    /** It has a separate port. */
    readonly isApart: boolean;
  };
  readonly clock?: Clock;
  readonly random?: Random;
  readonly reached?: Host["reached"];
  /** Replaces the installation's own storefronts and agents. */
  readonly sellers?: Sellers;
  /** Replaces the agents behind sources. */
  readonly openAgent?: OpenAgent;
  /** Replaces the system's name server for TXT records. */
  readonly resolveTxt?: ResolveTxt;
  /** In place of the mail server or the folder. */
  readonly mailTransport?: MailTransport;
  /** The model that may phrase and order; null or omitted for none. */
  readonly languageModelSettings?: LanguageModelSettings | null;
  /** In place of the one that the settings name. */
  readonly languageModel?: LanguageModel;
  /** The embedding model; null or omitted for none. */
  readonly embeddingsSettings?: EmbeddingsSettings | null;
}
