import ipaddr from "ipaddr.js";
import { z } from "zod";
import { isCidr } from "../ground/outbound/index.ts";

/** The variables in the form in which they may be written; `.env.example` lists them in this order. Each message completes "must be …". */
export const Environment = z.object({
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, "a URL such as postgres://user:password@host/database")
    .optional(),
  DATABASE_OWNER_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, "a URL such as postgres://owner:password@host/database")
    .optional(),
  DATABASE_PREPARE: oneOf("on", "off").default("on"),
  DATABASE_POOLER: oneOf("none", "transaction").default("none"),
  DATABASE_DISTRIBUTED: oneOf("off", "on").default("off"),
  DATABASE_REPLICA_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, "a URL such as postgres://user:password@replica/database")
    .optional(),
  DATABASE_POOL_SIZE: wholeNumber(1, 1_000).default(10),
  INTERCHANGE_DATA: z.string().default("./data"),
  PORT: wholeNumber(1, 65_535).default(4000),
  HOST: z
    .string()
    .regex(/^[\w.:-]+$/, "a host name or an address, such as 0.0.0.0")
    .default("127.0.0.1"),
  METRICS_TOKEN: z.string().min(16, "at least 16 characters").optional(),
  METRICS_PORT: wholeNumber(1, 65_535).optional(),
  METRICS_HOST: z
    .string()
    .regex(/^[\w.:-]+$/, "a host name or an address, such as 0.0.0.0")
    .default("127.0.0.1"),
  PUBLIC_URL: z
    .string()
    .refine(isOrigin, "an http or https URL without a path, such as https://market.example")
    .optional(),
  SMTP_URL: z.string().refine(isMailServer, "a URL such as smtp://user:password@mail.example:587").optional(),
  MAIL_FROM: z
    .string()
    .regex(
      /^[^\r\n<>]*<[^\s<>@]+@[^\s<>@]+>$|^[^\s<>@]+@[^\s<>@]+$/,
      "an address, such as Market <market@acme.example>",
    )
    .default("Interchange <no-reply@localhost>"),
  BLOBS_S3_BUCKET: z
    .string()
    .regex(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/, "the name of a bucket, such as market-creatives")
    .optional(),
  BLOBS_S3_ENDPOINT: z
    .string()
    .refine(isOrigin, "an http or https URL without a path, such as https://s3.acme.example")
    .optional(),
  BLOBS_S3_REGION: z
    .string()
    .regex(/^[a-z0-9-]{1,32}$/, "the name of a region, such as eu-central-1")
    .default("us-east-1"),
  BLOBS_S3_ACCESS_KEY: z.string().optional(),
  BLOBS_S3_SECRET_KEY: z.string().optional(),
  INTERCHANGE_SANDBOX: oneOf("0", "1").default("0"),
  INTERCHANGE_WORKER: oneOf("embedded", "separate").default("embedded"),
  INTERCHANGE_VAULT_KEY: z.string().optional(),
  INTERCHANGE_LOG_LEVEL: oneOf("trace", "debug", "info", "warn", "error", "fatal", "silent").default("info"),
  INTERCHANGE_LOG_FORMAT: oneOf("json", "pretty").default("json"),
  INTERCHANGE_PROCESSES: wholeNumber(1, 1_000).default(1),
  RATE_LIMIT_PER_IP: wholeNumber(1).optional(),
  RATE_LIMIT_PER_ORGANISATION: wholeNumber(1).optional(),
  RATE_LIMIT_SIGN_UP: wholeNumber(1).default(20),
  RATE_LIMIT_SIGN_UP_PER_LINK: wholeNumber(1).default(200),
  RATE_LIMIT_SIGN_IN: wholeNumber(1).default(40),
  BODY_LIMIT_BYTES: wholeNumber(1_024, 104_857_600).default(1_048_576),
  UPLOAD_FILE_BYTES: wholeNumber(1_024, 1_073_741_824).default(52_428_800),
  UPLOAD_REQUEST_BYTES: wholeNumber(1_024, 1_073_741_824).default(104_857_600),
  UPLOAD_FILES: wholeNumber(1, 100).default(20),
  UPLOADS_AT_ONCE: wholeNumber(1, 1_000).default(3),
  STORAGE_BYTES: wholeNumber(1_048_576, Number.MAX_SAFE_INTEGER).default(10_737_418_240),
  REQUEST_TIMEOUT_MS: wholeNumber(1_000, 3_600_000).default(120_000),
  HEADERS_TIMEOUT_MS: wholeNumber(1_000, 600_000).default(15_000),
  KEEP_ALIVE_TIMEOUT_MS: wholeNumber(1_000, 600_000).default(72_000),
  CONNECTIONS: wholeNumber(10, 100_000).default(2_000),
  CALLS_AT_ONCE: wholeNumber(1, 100_000).default(64),
  CALLS_AT_ONCE_PER_ORGANISATION: wholeNumber(1, 100_000).default(16),
  EVENT_RETENTION_DAYS: wholeNumber(1, 3_650).default(395),
  DELIVERY_REPORT_RETENTION_DAYS: wholeNumber(1, 3_650).default(120),
  REQUEST_LOG_DAYS: orOff(wholeNumber(1, 90)).default(7),
  INTELLIGENCE_RETENTION_DAYS: wholeNumber(1, 3_650).default(90),
  ANALYTICS_RETENTION_DAYS: wholeNumber(90, 3_650).default(395),
  CAPABILITIES_REFRESH_HOURS: orOff(wholeNumber(1, 8_760)).default(24),
  COMPLIANCE_EVERY_DAYS: orOff(wholeNumber(1, 365)).optional(),
  COMPLIANCE_GATES: z
    .string()
    .regex(
      /^(none|[a-z_]{1,40}(,[a-z_]{1,40}){0,30})$/,
      "none, or AdCP tracks separated by commas, such as core,media_buy",
    )
    .optional(),
  COMPLIANCE_TIMEOUT_MS: wholeNumber(10_000, 100_000).default(90_000),
  TRUST_PROXY: z
    .string()
    .refine(isProxyTrust, "off, a number of proxies from 1 to 9, or their addresses separated by commas")
    .default("off"),
  DISCOVERY_TIMEOUT_MS: wholeNumber(100, 600_000).default(10_000),
  SELLER_TIMEOUT_MS: wholeNumber(100, 600_000).default(30_000),
  MEDIA_BUY_APPROVAL_DAYS: wholeNumber(1, 365).default(14),
  OPERATOR_EMAIL: z.email("an email address, such as ops@acme.example").optional(),
  SIGN_UP: z.enum(["open", "approval", "closed"], "open, approval or closed").default("closed"),
  SECURITY_CONTACT: z
    .string()
    .regex(/^(mailto:[^\s@]+@[^\s@]+|https:\/\/\S+)$/, "a mailto: or https URL, such as mailto:security@acme.example")
    .optional(),
  BRAND_JSON_URL: z
    .string()
    .refine(isDomainsAddress, "off, or a URL with {domain} in it, such as https://{domain}/.well-known/brand.json")
    .default("https://{domain}/.well-known/brand.json"),
  ADAGENTS_JSON_URL: z
    .string()
    .refine(isDomainsAddress, "off, or a URL with {domain} in it, such as https://{domain}/.well-known/adagents.json")
    .default("https://{domain}/.well-known/adagents.json"),
  BRAND_REGISTRY_URL: z.string().refine(isHttpUrl, "an http or https URL, such as https://registry.example").optional(),
  INTEREST_WEBHOOK_URL: z
    .string()
    .refine(isHttpUrl, "an http or https URL, such as https://hooks.acme.example/market")
    .optional(),
  AUDIT_CHECKPOINTS: z
    .string()
    .regex(
      /^(off|mailto:[^\s<>@]+@[^\s<>@]+|https?:\/\/\S+|[./]\S*)$/,
      "off, mailto:address, an http or https URL, or a path that begins with / or .",
    )
    .optional(),
  OAUTH_REDIRECT_ORIGINS: z
    .string()
    .refine(areOrigins, "origins separated by commas, such as https://agent.acme.example")
    .optional(),
  PROVIDER_HOSTS: z
    .string()
    .refine(
      (text) => text.split(",").every((pair) => /^[a-z0-9.-]+=https?:\/\/[^,=/]+$/i.test(pair)),
      "hosts and origins separated by commas, such as adsapi.snapchat.com=http://127.0.0.1:4101",
    )
    .optional(),
  OUTBOUND_NETWORKS: z
    .string()
    .refine(
      (text) => text.split(",").every(isCidr),
      "networks in CIDR notation separated by commas, such as 10.20.0.0/16",
    )
    .optional(),
  LANGUAGE_MODEL_KEY: z.string().optional(),
  LANGUAGE_MODEL: z
    .string()
    .regex(
      /^(anthropic|openai-compatible):\S{1,120}$/,
      "a provider and a model, such as anthropic:claude-haiku-4-5 or openai-compatible:gpt-5-mini",
    )
    .default("anthropic:claude-haiku-4-5"),
  LANGUAGE_MODEL_URL: z
    .string()
    .refine(isHttpUrl, "an http or https URL, such as https://models.acme.example/v1")
    .optional(),
  LANGUAGE_MODEL_TIMEOUT_MS: wholeNumber(100, 60_000).default(4_000),
  LANGUAGE_MODEL_USD_A_DAY: usDollars().default(5),
  LANGUAGE_MODEL_INPUT_USD: usDollars().default(3),
  LANGUAGE_MODEL_OUTPUT_USD: usDollars().default(15),
  INTERCHANGE_EMBEDDINGS_URL: z
    .string()
    .refine(isHttpUrl, "an http or https URL, such as https://models.acme.example/v1")
    .optional(),
  INTERCHANGE_EMBEDDINGS_FOLDER: z.string().optional(),
  INTERCHANGE_EMBEDDINGS_MODEL: z
    .string()
    .regex(/^\S{1,120}$/, "the name of a model, such as text-embedding-3-small")
    .default("text-embedding-3-small"),
  INTERCHANGE_EMBEDDINGS_KEY: z.string().optional(),
  INTERCHANGE_EMBEDDINGS_TIMEOUT_MS: wholeNumber(100, 60_000).default(4_000),
  INTERCHANGE_EMBEDDINGS_RANGE: z
    .string()
    .regex(/^[01](\.\d+)?-[01](\.\d+)?$/, "two numbers from 0 to 1 separated by a dash, such as 0.25-0.7")
    .default("0.25-0.7"),
  TERMS_VERSION: z
    .string()
    .regex(/^[\w.-]{1,32}$/, "1 to 32 letters, digits, dots and dashes")
    .default("2026-01"),
  COMMIT_SHA: z.string().optional(),
});
export type Environment = z.output<typeof Environment>;

/** Variables whose values must not appear in a terminal or a log. */
export const SECRET: ReadonlySet<string> = new Set([
  "DATABASE_URL",
  "DATABASE_OWNER_URL",
  "DATABASE_REPLICA_URL",
  "METRICS_TOKEN",
  "SMTP_URL",
  "BLOBS_S3_ACCESS_KEY",
  "BLOBS_S3_SECRET_KEY",
  "INTERCHANGE_VAULT_KEY",
  "INTEREST_WEBHOOK_URL",
  "AUDIT_CHECKPOINTS",
  "LANGUAGE_MODEL_KEY",
  "INTERCHANGE_EMBEDDINGS_KEY",
]);

function oneOf<const Word extends string>(...words: [Word, ...Word[]]) {
  return z.enum(words, words.join(" or "));
}

function wholeNumber(least: number, most = 1_000_000_000) {
  const range = `a whole number from ${least} to ${most}`;
  return z
    .string()
    .regex(/^\d+$/, { error: range, abort: true })
    .transform(Number)
    .pipe(z.number().min(least, range).max(most, range));
}

function usDollars() {
  return z
    .string()
    .regex(/^\d{1,6}(\.\d{1,4})?$/, "an amount in US dollars, such as 0.25")
    .transform(Number);
}

/** Reads `off` as null. */
function orOff<Value extends z.ZodType>(value: Value) {
  return z.union([z.literal("off").transform(() => null), value]);
}

function isMailServer(text: string): boolean {
  const url = URL.parse(text);
  return url !== null && /^smtps?:$/.test(url.protocol) && url.hostname !== "";
}

function isHttpUrl(text: string): boolean {
  return /^https?:$/.test(URL.parse(text)?.protocol ?? "");
}

function areOrigins(text: string): boolean {
  return text.split(",").every((part) => isOrigin(part) && !part.endsWith("/"));
}

function isDomainsAddress(text: string): boolean {
  return text === "off" || (text.includes("{domain}") && isHttpUrl(text.replaceAll("{domain}", "domain.example")));
}

function isOrigin(text: string): boolean {
  const url = URL.parse(text);
  if (!url || !/^https?:$/.test(url.protocol)) return false;
  return `${url.origin}/` === url.href;
}

/**
 * A plain "on" is not accepted, because the server would then believe any address that a caller claims to have, which would defeat the
 * limits per address.
 */
function isProxyTrust(text: string): boolean {
  return text === "off" || /^[1-9]$/.test(text) || text.split(",").every((part) => isNetwork(part.trim()));
}

function isNetwork(text: string): boolean {
  return text.includes("/") ? ipaddr.isValidCIDR(text) : ipaddr.isValid(text) && /[.:]/.test(text);
}
