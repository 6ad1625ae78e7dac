import type { Json } from "./json-schema.ts";

const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });

/** The envelope of every JSON answer (`edge/http/envelope.ts`), defined once; operations only define their `data`. */
export const ENVELOPE: Readonly<Record<string, Json>> = {
  Success: {
    type: "object",
    required: ["data", "error", "meta"],
    properties: { data: {}, error: { type: "null" }, meta: ref("Meta") },
  },
  SuccessPage: {
    allOf: [
      ref("Success"),
      {
        type: "object",
        properties: {
          meta: { type: "object", required: ["pagination"], properties: { pagination: ref("Pagination") } },
        },
      },
    ],
  },
  Failure: {
    type: "object",
    required: ["data", "error", "meta"],
    properties: {
      data: { type: "null" },
      error: {
        type: "object",
        required: ["code", "message"],
        properties: {
          code: { type: "string" },
          message: { type: "string" },
          field: { type: "string", description: "Dotted path of the first invalid input" },
          details: { type: "object", description: "For VALIDATION_ERROR, `issues` lists every invalid input" },
        },
      },
      meta: ref("Meta"),
    },
  },
  Meta: {
    type: "object",
    required: ["requestId", "timestamp"],
    properties: {
      requestId: { type: "string", description: "The same as the X-Request-Id header" },
      timestamp: { type: "string", format: "date-time" },
      pagination: ref("Pagination"),
      replayed: {
        const: true,
        description: "Whether this is a replayed answer to an earlier request with the same Idempotency-Key",
      },
      asOf: {
        type: "string",
        format: "date-time",
        description:
          "The answer comes from a replica, which has everything written up to this time and everything that this organisation wrote",
      },
    },
  },
  Pagination: {
    type: "object",
    required: ["skip", "take", "total", "hasMore"],
    properties: {
      skip: { type: "integer" },
      take: { type: "integer" },
      total: { type: "integer" },
      hasMore: { type: "boolean" },
    },
  },
};
