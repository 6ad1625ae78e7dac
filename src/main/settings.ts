import { existsSync } from "node:fs";
import { basename, resolve } from "node:path";
import type { ConnectionSettings } from "../edge/http/app.ts";
import type { RateLimitSettings } from "../edge/http/rate-limits.ts";
import type { BlobSettings } from "../ground/blobs/index.ts";
import type { Topology } from "../ground/db/connection/index.ts";
import type { EmbeddingsSettings } from "../ground/embeddings/index.ts";
import type { FairnessSettings } from "../ground/fairness/index.ts";
import type { ComplianceSettings, Installation } from "../ground/kernel/context.ts";
import type { LanguageModelSettings } from "../ground/language-model/index.ts";
import type { MailSettings } from "../platform/mail/index.ts";
import { Environment, SECRET } from "./settings-environment.ts";

/** The operator's decisions, read once at the start. `.env.example` explains each of them. */
export interface Settings {
  readonly database: {
    /** Null for the embedded database in the data folder. */
    readonly url: string | null;
    /** The login that migrates, if the login above does not own the tables; null if one login does both. */
    readonly ownerUrl: string | null;
    readonly prepare: boolean;
    readonly poolSize: number;
    readonly topology: Topology;
  };
  /** An absolute path. */
  readonly dataFolder: string;
  readonly http: {
    readonly host: string;
    readonly port: number;
    readonly bodyLimitBytes: number;
    /** In Fastify's form: nobody, a number of proxies, or their addresses. */
    readonly trustProxy: false | number | string;
    readonly connections: ConnectionSettings;
  };
  readonly metrics: {
    /** The token that is required to read `/metrics`; null if none is. */
    readonly token: string | null;
    readonly host: string;
    /** Null if the metrics share the port of everything else. */
    readonly port: number | null;
  };
  readonly fairness: FairnessSettings;
  readonly installation: Installation;
  readonly worker: Environment["INTERCHANGE_WORKER"];
  readonly vaultKey: string | undefined;
  /** The commit, for `/health`; null if unknown. */
  readonly log: {
    readonly level: Environment["INTERCHANGE_LOG_LEVEL"];
    readonly format: Environment["INTERCHANGE_LOG_FORMAT"];
  };
  readonly rateLimits: RateLimitSettings;
  readonly mail: MailSettings;
  readonly blobs: BlobSettings;
  /** Null if there is no key. */
  readonly languageModel: LanguageModelSettings | null;
  /** Null if no endpoint is set. */
  readonly embeddings: EmbeddingsSettings | null;
  /** Variables that look like settings but are not: most likely spelling mistakes. */
  readonly unknown: readonly string[];
}

/** The message has one sentence for each invalid variable. */
export class SettingsError extends Error {}

type Variables = Readonly<Record<string, string | undefined>>;

/** The settings of this process: from its environment, and from `.env` in the working folder for variables that the environment does not set. */
export function loadSettings(): Settings {
  if (existsSync(".env")) process.loadEnvFile(".env");
  return readSettings(process.env);
}

/** An empty variable counts as not set. Throws `SettingsError`. */
export function readSettings(variables: Variables): Settings {
  const given = Object.fromEntries(Object.entries(variables).filter(([, value]) => value?.trim()));
  const { data, error } = Environment.safeParse(given);
  if (error)
    throw new SettingsError(
      error.issues.map(({ path: [name], message }) => complaint(String(name), given, message)).join("\n"),
    );
  const names = Object.keys(Environment.shape);
  const unknown = Object.keys(given).filter((name) => name.startsWith("INTERCHANGE_") && !names.includes(name));
  return freeze({ ...meaningOf(data), unknown });
}

function complaint(name: string, given: Variables, wanted: string): string {
  const got = SECRET.has(name) ? "not valid" : JSON.stringify(given[name]);
  return `${name} is ${got}: it must be ${wanted}.`;
}

function meaningOf(env: Environment): Omit<Settings, "unknown"> {
  return {
    database: {
      ...databaseOf(env),
      prepare: env.DATABASE_PREPARE === "on",
      poolSize: env.DATABASE_POOL_SIZE,
    },
    dataFolder: resolve(env.INTERCHANGE_DATA),
    http: {
      host: env.HOST,
      port: env.PORT,
      bodyLimitBytes: env.BODY_LIMIT_BYTES,
      trustProxy: trustOf(env.TRUST_PROXY),
      connections: {
        requestMs: env.REQUEST_TIMEOUT_MS,
        headersMs: env.HEADERS_TIMEOUT_MS,
        keepAliveMs: env.KEEP_ALIVE_TIMEOUT_MS,
        most: env.CONNECTIONS,
      },
    },
    metrics: { token: env.METRICS_TOKEN ?? null, host: env.METRICS_HOST, port: env.METRICS_PORT ?? null },
    fairness: { atOnce: env.CALLS_AT_ONCE, perOrganisation: env.CALLS_AT_ONCE_PER_ORGANISATION },
    installation: installationOf(env),
    worker: env.INTERCHANGE_WORKER,
    vaultKey: env.INTERCHANGE_VAULT_KEY,
    log: { level: env.INTERCHANGE_LOG_LEVEL, format: env.INTERCHANGE_LOG_FORMAT },
    rateLimits: rateLimitsOf(env),
    mail: { smtpUrl: env.SMTP_URL ?? null, from: env.MAIL_FROM },
    blobs: { s3: bucketOf(env) },
    languageModel: languageModelOf(env),
    embeddings: embeddingsOf(env),
  };
}

function pairsIn(text: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    text.split(",").map((pair) => [pair.slice(0, pair.indexOf("=")), pair.slice(pair.indexOf("=") + 1)]),
  );
}

function installationOf(env: Environment): Installation {
  return {
    commitSha: env.COMMIT_SHA ?? null,
    publicUrl: env.PUBLIC_URL?.replace(/\/$/, "") ?? localUrl(env),
    sandbox: env.INTERCHANGE_SANDBOX === "1",
    termsVersion: env.TERMS_VERSION,
    operatorEmail: env.OPERATOR_EMAIL ?? null,
    signUp: env.SIGN_UP,
    signUpOpen: true,
    oauthRedirectOrigins: env.OAUTH_REDIRECT_ORIGINS?.split(",") ?? [],
    outboundNetworks: env.OUTBOUND_NETWORKS?.split(",") ?? [],
    ...(env.PROVIDER_HOSTS !== undefined && { providerHosts: pairsIn(env.PROVIDER_HOSTS) }),
    discoveryTimeoutMs: env.DISCOVERY_TIMEOUT_MS,
    sellerTimeoutMs: env.SELLER_TIMEOUT_MS,
    approvalDays: env.MEDIA_BUY_APPROVAL_DAYS,
    brandJsonUrl: env.BRAND_JSON_URL === "off" ? null : env.BRAND_JSON_URL,
    adagentsJsonUrl: env.ADAGENTS_JSON_URL === "off" ? null : env.ADAGENTS_JSON_URL,
    brandRegistryUrl: env.BRAND_REGISTRY_URL?.replace(/\/$/, "") ?? null,
    securityContact: env.SECURITY_CONTACT ?? null,
    interestWebhookUrl: env.INTEREST_WEBHOOK_URL ?? null,
    uploads: {
      fileBytes: env.UPLOAD_FILE_BYTES,
      requestBytes: env.UPLOAD_REQUEST_BYTES,
      files: env.UPLOAD_FILES,
      atOnce: env.UPLOADS_AT_ONCE,
      storageBytes: env.STORAGE_BYTES,
    },
    embeddingsModel:
      env.INTERCHANGE_EMBEDDINGS_URL || env.INTERCHANGE_EMBEDDINGS_FOLDER ? embeddingsModelOf(env) : null,
    eventRetentionDays: env.EVENT_RETENTION_DAYS,
    deliveryReportRetentionDays: env.DELIVERY_REPORT_RETENTION_DAYS,
    requestLogDays: env.REQUEST_LOG_DAYS,
    intelligenceRetentionDays: env.INTELLIGENCE_RETENTION_DAYS,
    analyticsRetentionDays: env.ANALYTICS_RETENTION_DAYS,
    capabilitiesRefreshHours: env.CAPABILITIES_REFRESH_HOURS,
    compliance: complianceOf(env),
    auditCheckpoints: checkpointsOf(env),
  };
}

/** Setting only the owner is incomplete, because there would be no login to serve requests. */
function databaseOf(env: Environment) {
  const { DATABASE_URL: url, DATABASE_OWNER_URL: ownerUrl } = env;
  if (ownerUrl && !url)
    throw new SettingsError(
      "DATABASE_OWNER_URL is set but DATABASE_URL is not: set it to the application's own login.",
    );
  return { url: url ?? null, ownerUrl: ownerUrl ?? null, topology: topologyOf(env) };
}

/** Migrations hold a lock for the duration of their session, and a transaction pooler does not preserve sessions. */
function topologyOf(env: Environment): Topology {
  const { DATABASE_POOLER: pooler, DATABASE_REPLICA_URL: replicaUrl = null } = env;
  if (pooler === "transaction" && !env.DATABASE_OWNER_URL)
    throw new SettingsError(
      "DATABASE_POOLER is transaction but DATABASE_OWNER_URL is not set: set it to the owner's login at PostgreSQL itself, past the pooler.",
    );
  if (replicaUrl && !env.DATABASE_URL)
    throw new SettingsError(
      "DATABASE_REPLICA_URL is set but DATABASE_URL is not: the embedded database has no replica.",
    );
  return { pooler, distributed: env.DATABASE_DISTRIBUTED === "on", replicaUrl, processes: env.INTERCHANGE_PROCESSES };
}

/**
 * Both keys may be missing, because the machine may provide access. One key without the other is a mistake, which would otherwise go
 * unnoticed until the first upload.
 */
function bucketOf(env: Environment): BlobSettings["s3"] {
  const { BLOBS_S3_BUCKET: bucket, BLOBS_S3_ACCESS_KEY: accessKey, BLOBS_S3_SECRET_KEY: secretKey } = env;
  if (!accessKey !== !secretKey)
    throw new SettingsError("BLOBS_S3_ACCESS_KEY and BLOBS_S3_SECRET_KEY must be set together.");
  if (!bucket) return null;
  const keys = accessKey && secretKey ? { accessKey, secretKey } : null;
  return { bucket, region: env.BLOBS_S3_REGION, endpoint: env.BLOBS_S3_ENDPOINT ?? null, keys };
}

/** Without a key, no model is called. */
function languageModelOf(env: Environment): LanguageModelSettings | null {
  const { LANGUAGE_MODEL_KEY: apiKey } = env;
  if (!apiKey) return null;
  const [provider, ...model] = env.LANGUAGE_MODEL.split(":");
  return {
    provider: provider === "anthropic" ? provider : "openai-compatible",
    model: model.join(":"),
    apiKey,
    baseUrl: env.LANGUAGE_MODEL_URL?.replace(/\/$/, "") ?? null,
    timeoutMs: env.LANGUAGE_MODEL_TIMEOUT_MS,
    mostUsdADay: env.LANGUAGE_MODEL_USD_A_DAY,
    inputUsd: env.LANGUAGE_MODEL_INPUT_USD,
    outputUsd: env.LANGUAGE_MODEL_OUTPUT_USD,
  };
}

function embeddingsOf(env: Environment): EmbeddingsSettings | null {
  const { INTERCHANGE_EMBEDDINGS_URL: url, INTERCHANGE_EMBEDDINGS_FOLDER: folder } = env;
  if (!url && !folder) return null;
  if (url && folder)
    throw new SettingsError(
      "INTERCHANGE_EMBEDDINGS_URL and INTERCHANGE_EMBEDDINGS_FOLDER name two models: set only one.",
    );
  const [far = 0, near = 1] = env.INTERCHANGE_EMBEDDINGS_RANGE.split("-").map(Number);
  if (far >= near)
    throw new SettingsError("INTERCHANGE_EMBEDDINGS_RANGE must begin with the smaller of its two numbers.");
  const common = {
    model: embeddingsModelOf(env),
    timeoutMs: env.INTERCHANGE_EMBEDDINGS_TIMEOUT_MS,
    range: { far, near },
  };
  if (folder) return { ...common, folder: resolve(folder), library: "@huggingface/transformers" };
  return { ...common, url: (url ?? "").replace(/\/$/, ""), apiKey: env.INTERCHANGE_EMBEDDINGS_KEY ?? null };
}

/** A model in a folder is named after the folder. */
function embeddingsModelOf(env: Environment): string {
  const { INTERCHANGE_EMBEDDINGS_FOLDER: folder } = env;
  return folder ? `folder:${basename(resolve(folder))}` : env.INTERCHANGE_EMBEDDINGS_MODEL;
}

/** A sandbox is used by test programs, which send requests much faster than the people for whom a market is meant. */
function rateLimitsOf(env: Environment): RateLimitSettings {
  const sandbox = env.INTERCHANGE_SANDBOX === "1";
  return {
    perAddress: env.RATE_LIMIT_PER_IP ?? (sandbox ? 6_000 : 100),
    perOrganisation: env.RATE_LIMIT_PER_ORGANISATION ?? (sandbox ? 6_000 : 600),
    signUp: env.RATE_LIMIT_SIGN_UP,
    signIn: env.RATE_LIMIT_SIGN_IN,
    signUpPerLink: env.RATE_LIMIT_SIGN_UP_PER_LINK,
    processes: env.INTERCHANGE_PROCESSES,
  };
}

/** In a sandbox, agents are never tested automatically, and none is held back. */
function complianceOf(env: Environment): ComplianceSettings {
  const sandbox = env.INTERCHANGE_SANDBOX === "1";
  const { COMPLIANCE_EVERY_DAYS: everyDays, COMPLIANCE_GATES: gates = sandbox ? "none" : "media_buy" } = env;
  return {
    everyDays: everyDays === undefined ? (sandbox ? null : 7) : everyDays,
    gates: gates === "none" ? [] : gates.split(","),
    mostMs: env.COMPLIANCE_TIMEOUT_MS,
  };
}

function checkpointsOf({ AUDIT_CHECKPOINTS: place, INTERCHANGE_DATA }: Environment): Installation["auditCheckpoints"] {
  if (place === "off") return null;
  if (place === undefined) return { kind: "file", path: resolve(INTERCHANGE_DATA, "audit-checkpoints.jsonl") };
  if (place.startsWith("mailto:")) return { kind: "mail", to: place.slice("mailto:".length) };
  return /^https?:/.test(place) ? { kind: "webhook", url: place } : { kind: "file", path: resolve(place) };
}

function trustOf(text: string): Settings["http"]["trustProxy"] {
  if (text === "off") return false;
  return /^\d$/.test(text) ? Number(text) : text;
}

/** A server can listen on a wildcard address, but a browser cannot open one. */
function localUrl({ HOST, PORT }: Environment): string {
  const host = HOST === "0.0.0.0" || HOST === "::" ? "localhost" : HOST;
  return `http://${host.includes(":") ? `[${host}]` : host}:${PORT}`;
}

function freeze<Value extends object>(value: Value): Value {
  for (const part of Object.values(value)) if (typeof part === "object" && part !== null) freeze(part);
  return Object.freeze(value);
}
