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

/** Everything that varies between servers, or between a server and a test. */
export interface Parts {
  readonly databaseUrl: string;
  readonly poolSize: number;
  readonly prepare: boolean;
  /** By default, a single server that is reached directly. */
  readonly topology?: Topology;
  readonly installation: Installation;
  readonly vaultKeys: readonly VaultKey[];
  readonly rateLimits: RateLimitSettings;
  readonly bodyLimitBytes: number;
  readonly trustProxy: false | number | string;
  readonly connections: ConnectionSettings;
  readonly fairness: FairnessSettings;
  /**
   * Where a sandbox's simulated sellers keep their ledgers, where mail is written if there is no mail server, and where blobs are stored if
   * there is no bucket.
   */
  readonly dataFolder: string;
  readonly mail: MailSettings;
  readonly blobs: BlobSettings;
  readonly log: Log;
  /** No tracing by default. */
  readonly tracing?: Tracing;
  /** By default, the page is open to everybody and shows all answers. */
  readonly metrics?: {
    /** The token that is required to read the page; null if none is. */
    readonly token: string | null;
    /** Whether the page has a port of its own. */
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
  /** Replaces the mail server or the mail folder. */
  readonly mailTransport?: MailTransport;
  /** The model that may rephrase and reorder texts; null or omitted for none. */
  readonly languageModelSettings?: LanguageModelSettings | null;
  /** Replaces the language model that the settings name. */
  readonly languageModel?: LanguageModel;
  /** The embedding model; null or omitted for none. */
  readonly embeddingsSettings?: EmbeddingsSettings | null;
}
