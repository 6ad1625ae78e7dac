import { z } from "zod";
import { takeSkip } from "../../ground/kernel/query.ts";
import { type ListedRequest, MOST_KEPT } from "./logged-request.ts";
import type { RequestFilter } from "./store.ts";

const Instant = z.iso.datetime({ offset: true });
const id = z.string().min(1).max(128).optional();

export const RequestQuery = z.object({
  ...takeSkip,
  requestId: id.describe("The request's id, as in meta.requestId and x-request-id"),
  operation: id.describe("An operation's name, such as createCampaign"),
  method: z.enum(["GET", "POST", "PUT", "PATCH", "DELETE"]).optional(),
  outcome: z
    .enum(["answered", "refused", "failed"])
    .optional()
    .describe("refused: with 4xx, because of the request; failed: with 5xx, because of the server"),
  apiKeyId: id,
  callerKeyId: id.describe(
    "The caller key of your storefront that was used, if a buyer on another system sent the request",
  ),
  applicationId: id,
  actingGrantId: id.describe("Whether an operator sent it while acting for you"),
  startDate: Instant.optional(),
  endDate: Instant.optional(),
});

export const LoggedRequestView = z
  .object({
    requestId: z.string(),
    at: z.iso.datetime(),
    method: z.string(),
    path: z.string().describe("Without its query string"),
    operation: z.string(),
    tool: z.string().nullable().describe("For MCP: the tool that was called"),
    status: z.int().describe("The REST status code, for MCP as well"),
    durationMs: z.int(),
    userEmail: z.string().nullable(),
    apiKey: z.object({ id: z.string(), name: z.string().nullable() }).nullable(),
    callerKey: z.object({ id: z.string(), name: z.string().nullable() }).nullable(),
    application: z.object({ id: z.string(), name: z.string().nullable() }).nullable(),
    actingGrantId: z.string().nullable(),
  })
  .meta({ id: "LoggedRequest" });

export const RETENTION_NOTE = `The newest ${MOST_KEPT / 1_000},000, and those of the last hours beyond, as long as the installation keeps them; a request is listed after about a second. Bodies are not kept.`;

export function filterOf({ startDate, endDate, ...same }: z.output<typeof RequestQuery>): RequestFilter {
  return {
    ...same,
    from: startDate === undefined ? undefined : new Date(startDate),
    until: endDate === undefined ? undefined : new Date(endDate),
  };
}

export function viewOf(request: ListedRequest): z.input<typeof LoggedRequestView> {
  const {
    userId: _,
    at,
    apiKeyId,
    apiKeyName,
    callerKeyId,
    callerKeyName,
    applicationId,
    applicationName,
    ...same
  } = request;
  return {
    ...same,
    at: at.toISOString(),
    apiKey: named(apiKeyId, apiKeyName),
    callerKey: named(callerKeyId, callerKeyName),
    application: named(applicationId, applicationName),
  };
}

export function lineOf(request: ListedRequest) {
  const { requestId, at, method, path, operation, tool, status, durationMs } = request;
  const by = request.applicationName ?? request.apiKeyName ?? request.callerKeyName ?? request.userEmail;
  return [requestId, at.toISOString(), method, path, operation, tool, status, durationMs, by];
}

function named(id: string | null, name: string | null) {
  return id === null ? null : { id, name };
}
