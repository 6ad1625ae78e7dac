import { z } from "zod";
import { Invalid } from "../../../ground/kernel/errors.ts";
import { idempotencyKeyOf } from "../../http/credentials.ts";

const LONGEST_PATH = 4096;
const METHODS = ["GET", "POST", "PUT", "PATCH", "DELETE"] as const;
const Named = z.record(z.string(), z.unknown());

/** The input of `api_call`: one of three ways to name an operation, plus the operation's own input (buyer contract m.2). */
export const CallArguments = z.object({
  method: z
    .string()
    .transform((method) => method.trim().toUpperCase())
    .pipe(z.enum(METHODS))
    .meta({ override: { type: "string", enum: METHODS } })
    .optional()
    .describe("With `path`"),
  path: z
    .string()
    .min(1)
    .max(LONGEST_PATH)
    .optional()
    .describe("Such as /notifications; the prefix, /api/v2 and the side, may be omitted"),
  endpoint: z
    .string()
    .max(LONGEST_PATH)
    .optional()
    .describe('Method and path together, such as "POST /notifications/{notificationId}/read"'),
  operation: z
    .string()
    .min(1)
    .max(128)
    .optional()
    .describe("The name of an operation: listNotifications or list_notifications"),
  pathParams: Named.optional().describe("Values for the {parameters} of the path"),
  params: Named.optional().describe("Values for the {parameters} of the path; others are added to the query"),
  query: Named.optional().describe("The query: strings, numbers, true or false, or lists of these"),
  body: z
    .unknown()
    .meta({ override: { type: "object" } })
    .optional()
    .describe("The JSON body"),
  idempotencyKey: z
    .string()
    .optional()
    .describe("Makes retrying a write safe for 24 hours; 8 to 128 characters. Use a new key for a new request"),
});

/** The operation that is called, and its input. Paths may contain `{parameters}`. */
export interface Call {
  readonly target: { readonly method: string; readonly path: string } | { readonly operation: string };
  readonly pathParams: Readonly<Record<string, unknown>>;
  /** Used in the path if it has a place for them, otherwise in the query. */
  readonly params: Readonly<Record<string, unknown>>;
  readonly query: Readonly<Record<string, unknown>>;
  readonly body: unknown;
  readonly idempotencyKey: string | undefined;
}

/** Throws `Invalid` if the operation is not named, or named in two ways. */
export function callIn(given: z.output<typeof CallArguments>): Call {
  const { pathParams = {}, params = {}, query = {}, body } = given;
  const idempotencyKey = idempotencyKeyOf(given.idempotencyKey, "idempotencyKey");
  return { target: targetOf(given), pathParams, params, query, body, idempotencyKey };
}

function targetOf({ method, path, endpoint, operation }: z.output<typeof CallArguments>): Call["target"] {
  const ways = [path, endpoint, operation].filter((way) => way !== undefined);
  if (ways.length !== 1) {
    throw new Invalid("say what to call in one way only: method and path, or endpoint, or operation", {
      field: "path",
    });
  }
  if (operation !== undefined) return { operation };
  if (path !== undefined) {
    if (method === undefined)
      throw new Invalid(`method: a path needs one of ${METHODS.join(", ")}`, { field: "method" });
    return { method, path };
  }
  const [, verb = "", rest = ""] = /^\s*([A-Za-z]+)\s+(\S+)\s*$/.exec(endpoint ?? "") ?? [];
  if (!METHODS.some((known) => known === verb.toUpperCase()))
    throw new Invalid('endpoint: a method and a path, such as "GET /notifications"', { field: "endpoint" });
  return { method: verb.toUpperCase(), path: rest };
}
