import { join } from "node:path";
import type { FastifyInstance } from "fastify";
import pg from "pg";
import { mountAdagents } from "../edge/adagents/mount-adagents.ts";
import { mountAdcp } from "../edge/adcp/mount-adcp.ts";
import { mountAuthorization } from "../edge/authorization/mount-authorization.ts";
import { mountAssets } from "../edge/downloads/mount-assets.ts";
import { mountDownloads } from "../edge/downloads/mount-downloads.ts";
import { type AppOptions, newApp } from "../edge/http/app.ts";
import { logRequests } from "../edge/http/log-requests.ts";
import { measure, metricsApp, mountMetrics, type ReadMetrics } from "../edge/http/metrics.ts";
import { mount } from "../edge/http/mount.ts";
import { countRequests, openRateLimits } from "../edge/http/rate-limits.ts";
import { traceRequests } from "../edge/http/trace-requests.ts";
import { healthOf, mountVitalSigns } from "../edge/http/vital-signs.ts";
import { mountMcp } from "../edge/mcp/mount-mcp.ts";
import { mountReference, readSections } from "../edge/reference/index.ts";
import { answerNotFound } from "../edge/web/answer-not-found.ts";
import { devicePages } from "../edge/web/authorization/device-pages.ts";
import { mountConsole } from "../edge/web/console/mount-console.ts";
import { mountDocsSite } from "../edge/web/docs/mount-docs-site.ts";
import { mountWeb } from "../edge/web/mount-web.ts";
import { mountSecurityTxt } from "../edge/web/security-txt.ts";
import { type Availability, ONE_SERVER, PoolClient, roleOptions } from "../ground/db/connection/index.ts";
import type { Jobs } from "../ground/jobs/index.ts";
import type { Host } from "../ground/kernel/host.ts";
import { openKeyring } from "../platform/api-keys/index.ts";
import { openAccessTokens, openAuthorizationServer, openSigningKeys } from "../platform/authorization-server/index.ts";
import { RELEASE } from "../platform/installation/index.ts";
import { openRequestLog } from "../platform/request-log/index.ts";
import { openSessions } from "../platform/sign-in/sessions/index.ts";
import { requestOrganisation } from "../platform/sign-in/sign-up/public-api.ts";
import { openViewCounts } from "../supply/join-links/index.ts";
import { signUp } from "../supply/join-links/public-api.ts";
import { figures, operations } from "./areas.ts";
import type { Parts } from "./parts.ts";
import { sandboxLoginsIn } from "./sandbox/sandbox-logins.ts";
import { termsIn } from "./terms-file.ts";

const DOCS = join(import.meta.dirname, "../../docs");
const CONSOLE = join(import.meta.dirname, "../../console/dist");
const DOCS_SITE = join(import.meta.dirname, "../../site/dist");

interface Metrics {
  readonly readMetrics: ReadMetrics;
  /** `/metrics` as a separate application, if it has a port of its own. */
  metricsApp(): FastifyInstance;
}

interface Opened extends Metrics {
  readonly app: FastifyInstance;
  close(): Promise<void>;
}

interface AppContext {
  readonly host: Host;
  readonly jobs: Jobs;
  readonly availability: Availability;
}

/** Everything that answers requests, on one Fastify instance that is not listening yet. */
export function openApp(parts: Parts, { host, jobs, availability }: AppContext): Opened {
  const { rateLimits, bodyLimitBytes, trustProxy, connections } = parts;
  const { database, clock, random, log, installation } = host;
  const countPool = openCountPool(parts, availability);
  const keyring = openKeyring(host);
  const signingKeys = openSigningKeys(host);
  const accessTokens = openAccessTokens(host, signingKeys);
  const authorizationServer = openAuthorizationServer(host, signingKeys, devicePages(installation.publicUrl));
  const limits = openRateLimits(rateLimits, countPool);
  const signs = { database, availability, jobs, clock, version: RELEASE, commitSha: installation.commitSha };

  const { publicUrl } = installation;
  const showNotFound: AppOptions["answerNotFound"] = (request, reply) => answerNotFound(request, reply, publicUrl);
  const settings = { log, random, publicUrl, bodyLimitBytes, trustProxy, connections };
  const app = newApp({ ...settings, answerNotFound: showNotFound });
  traceRequests(app, host.tracing);
  countRequests(app, limits);
  const requestLog = openRequestLog(host);
  logRequests(app, host, requestLog);
  const metrics = openMetrics(app, parts, { host, jobs });
  mountReference(app, operations, { host });
  mountVitalSigns(app, signs);
  mount(app, operations, { host, keyring, accessTokens, sessions: openSessions(host), limits });
  mountAuthorization(app, { host, limits, authorizationServer });
  const asked = { host, keyring, accessTokens, limits, version: RELEASE };
  mountMcp(app, { ...asked, operations, documents: () => readSections(DOCS), health: () => healthOf(signs) });
  mountAdcp(app, asked);
  mountSecurityTxt(app, host);
  mountAdagents(app, { host });
  mountDownloads(app, { host });
  mountAssets(app, { host });
  mountConsole(app, CONSOLE, publicUrl);
  mountDocsSite(app, DOCS_SITE, publicUrl);
  const viewCounts = openViewCounts(host);
  mountWeb(app, { host, viewCounts, limits, authorizationServer, ...FORMS, ...textsIn(parts, installation) });

  const close = async () => {
    await app.close();
    requestLog.flush();
    viewCounts.flush();
    await keyring.close();
    await countPool.end();
  };
  return { app, close, ...metrics };
}

/** The operations to which the forms on public pages are sent. */
const FORMS = { signUp, requestOrganisation };

function textsIn({ dataFolder }: Parts, installation: Host["installation"]) {
  return { termsText: termsIn(dataFolder, installation), sandboxLogins: () => sandboxLoginsIn(dataFolder) };
}

function openMetrics(app: FastifyInstance, { metrics }: Parts, measured: { host: Host; jobs: Jobs }): Metrics {
  const { token = null, isApart = false } = metrics ?? {};
  const registry = measure(app, { ...measured, figures });
  if (!isApart) mountMetrics(app, registry, token);
  return { readMetrics: () => registry.getMetricsAsJSON(), metricsApp: () => metricsApp(registry, token) };
}

/** A pool for rate limit counters only, which must not wait behind requests. */
function openCountPool({ databaseUrl, topology = ONE_SERVER }: Parts, availability: Availability): pg.Pool {
  const pool = new pg.Pool({ Client: PoolClient, connectionString: databaseUrl, max: 2, ...roleOptions(topology) });
  pool.on("error", (error) => void availability.explain(error));
  return pool;
}
