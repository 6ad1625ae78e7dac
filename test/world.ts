import { randomBytes } from "node:crypto";
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inject } from "vitest";
import { ONE_SERVER } from "../src/ground/db/connection/index.ts";
import { silentLog } from "../src/ground/kernel/log.ts";
import type { CustomerKind, MemberRole } from "../src/ground/kernel/viewer.ts";
import { addOrganisation } from "../src/main/add-organisation.ts";
import { compose, type Interchange } from "../src/main/compose.ts";
import type { Parts } from "../src/main/parts.ts";
import { setTerms } from "../src/platform/customers/index.ts";
import { witness } from "./contract/witness.ts";
import { freshDatabase } from "./database.ts";
import { type MemoryMail, memoryMail } from "./memory-mail.ts";
import { witnessStatements } from "./topology/witness-statements.ts";

witnessStatements();

const TERMS = "2026-01";

/** The settings of a test installation, unless the test states others. */
export const INSTALLATION: Parts["installation"] = {
  publicUrl: "http://localhost:4000",
  commitSha: null,
  sandbox: true,
  termsVersion: TERMS,
  operatorEmail: null,
  signUp: "closed",
  signUpOpen: true,
  oauthRedirectOrigins: [],
  outboundNetworks: [],
  discoveryTimeoutMs: 60_000,
  sellerTimeoutMs: 60_000,
  approvalDays: 14,
  brandJsonUrl: null,
  adagentsJsonUrl: null,
  brandRegistryUrl: null,
  embeddingsModel: null,
  interestWebhookUrl: null,
  securityContact: null,
  uploads: { fileBytes: 1_048_576, requestBytes: 2_097_152, files: 5, atOnce: 100, storageBytes: 1_073_741_824 },
  eventRetentionDays: 395,
  deliveryReportRetentionDays: 120,
  requestLogDays: null,
  intelligenceRetentionDays: 90,
  analyticsRetentionDays: 395,
  capabilitiesRefreshHours: null,
  compliance: { everyDays: null, gates: [], mostMs: 280_000 },
  auditCheckpoints: null,
};

/** The answer of an operation: the status, and the parts of the envelope. `data` is whatever the test expects of it. */
export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  // oxlint-disable-next-line typescript/no-explicit-any -- a test asserts what it expects of the answer; a schema here would test the schema
  readonly data: any;
  readonly error: { code: string; message: string; field?: string; details?: Record<string, unknown> } | null;
  readonly meta: { requestId: string; timestamp: string; pagination?: Record<string, unknown>; replayed?: true };
}

export interface Caller {
  readonly customerId: number;
  readonly key: string;
  /** Paths are below `/api/v2`: `/buyer/advertisers`. */
  get(path: string, headers?: Record<string, string>): Promise<Reply>;
  post(path: string, body?: unknown, headers?: Record<string, string>): Promise<Reply>;
  put(path: string, body?: unknown, headers?: Record<string, string>): Promise<Reply>;
  patch(path: string, body?: unknown, headers?: Record<string, string>): Promise<Reply>;
  delete(path: string, body?: unknown, headers?: Record<string, string>): Promise<Reply>;
}

interface CallerOptions {
  readonly role?: MemberRole;
  readonly terms?: boolean;
  readonly readOnly?: boolean;
  readonly sandbox?: boolean;
  readonly parentId?: number;
  readonly company?: string;
}

/** A separate installation with a database of its own, and callers that are created as needed. */
export interface World extends Interchange {
  readonly databaseUrl: string;
  /** The parts of which it is composed, so that another process can be given the same. */
  readonly parts: Parts;
  /** Its mails, unless the test provides a transport. */
  readonly mail: MemoryMail;
  caller(kind: CustomerKind, options?: CallerOptions): Promise<Caller>;
  /** A caller whose key was created in another way. */
  holder(customerId: number, key: string): Caller;
  /** The same request without a key. */
  anonymous(
    method: "GET" | "POST" | "PUT" | "DELETE",
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
  ): Promise<Reply>;
}

/** `reach` receives the application's own address at PostgreSQL, and returns the changes that make the application reach it in another way. */
export async function openWorld(
  changes: Partial<Parts> = {},
  reach: (applicationUrl: string) => Promise<Partial<Parts>> = async () => ({}),
): Promise<World> {
  const { url: databaseUrl, applicationUrl, drop } = await freshDatabase();
  const parts = { ...(await defaultParts(applicationUrl)), ...changes, ...(await reach(applicationUrl)) };
  const mail = memoryMail();
  // One worker runs many files, and each keeps a reference to its world and its callers, so a closed world must not hold anything large.
  let live: Interchange | undefined = await compose({ mailTransport: mail, ...parts });
  const interchange = () => {
    if (!live) throw new Error("this world was closed");
    return live;
  };

  const send: Send = (method, path, body, headers) => sendTo(interchange().app, method, path, body, headers);
  const holder = (customerId: number, key: string) => callerOf(send, customerId, key);
  const close = async () => {
    if (!live) return;
    await live.close();
    await drop();
    live = undefined;
    for (const name of ["host", "app", "jobs", "database"]) Reflect.deleteProperty(world, name);
  };
  const world: World = {
    ...interchange(),
    close,
    databaseUrl,
    parts,
    mail,
    anonymous: (method, path, body, headers = {}) => send(method, path, body, headers),
    holder,
    caller: async (kind, options = {}) => {
      const { customerId, key } = await addCaller(interchange(), kind, options);
      return holder(customerId, key);
    },
  };
  return world;
}

type Send = (method: string, path: string, body: unknown, headers: Record<string, string>) => Promise<Reply>;

async function sendTo(app: Interchange["app"], ...[method, path, body, headers]: Parameters<Send>): Promise<Reply> {
  const url = path.startsWith("/api/") ? path : `/api/v2${path}`;
  const answer = await app.inject({
    method: method as "GET",
    url,
    headers: { "content-type": "application/json", ...headers },
    ...(body !== undefined && { payload: JSON.stringify(body) }),
  });
  const envelope = answer.body ? answer.json() : { data: null, error: null, meta: {} };
  witness({ method, url, status: answer.statusCode, body: envelope });
  return { status: answer.statusCode, headers: answer.headers, ...envelope };
}

function callerOf(send: Send, customerId: number, key: string): Caller {
  const as =
    (method: string) =>
    (path: string, body?: unknown, headers: Record<string, string> = {}) =>
      send(method, path, body, { authorization: `Bearer ${key}`, ...headers });
  return {
    customerId,
    key,
    get: (path, headers = {}) => as("GET")(path, undefined, headers),
    post: as("POST"),
    put: as("PUT"),
    patch: as("PATCH"),
    delete: as("DELETE"),
  };
}

async function addCaller(interchange: Interchange, kind: CustomerKind, options: CallerOptions) {
  const {
    role = kind === "OPERATOR" ? "SUPER_ADMIN" : "ADMIN",
    terms = true,
    readOnly = false,
    sandbox = false,
    parentId = null,
  } = options;
  const company = options.company ?? `${kind.toLowerCase()} ${randomBytes(8).toString("hex")}`;
  const email = `${company.replaceAll(" ", ".")}@example.org`;
  const added = await addOrganisation(interchange, {
    kind,
    company,
    email,
    role,
    parentId,
    sandbox,
    readOnlyKey: readOnly,
  });
  const acceptance = { version: TERMS, acceptedAt: interchange.host.clock.now(), acceptedBy: email };
  if (terms) await interchange.database.writeInstallation((db) => setTerms(db, added.customerId, acceptance));
  return added;
}

async function defaultParts(databaseUrl: string): Promise<Parts> {
  return {
    databaseUrl,
    poolSize: 8,
    prepare: true,
    topology: { ...ONE_SERVER, distributed: inject("ownDatabases")?.isDistributed ?? false },
    // A copy, because some tests change theirs.
    installation: { ...INSTALLATION },
    vaultKeys: [{ id: "test", key: randomBytes(32) }],
    rateLimits: {
      perAddress: 1_000_000,
      perOrganisation: 1_000_000,
      signUp: 1_000_000,
      signUpPerLink: 1_000_000,
      signIn: 1_000_000,
      processes: 1,
    },
    bodyLimitBytes: 1_048_576,
    trustProxy: false,
    connections: { requestMs: 120_000, headersMs: 15_000, keepAliveMs: 72_000, most: 2_000 },
    fairness: { atOnce: 64, perOrganisation: 64 },
    dataFolder: await mkdtemp(join(tmpdir(), "interchange-world-")),
    resolveTxt: async () => [],
    mail: { smtpUrl: null, from: "Interchange <no-reply@localhost>" },
    blobs: { s3: null },
    log: silentLog,
  };
}
