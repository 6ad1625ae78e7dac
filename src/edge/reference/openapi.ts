import { type Api, apisOf, type Operation } from "../../ground/kernel/operation.ts";
import type { CustomerKind } from "../../ground/kernel/viewer.ts";
import { MOUNTS } from "../http/mount.ts";
import { ENVELOPE } from "./envelope-schemas.ts";
import { type CollectedSchemas, type Json, nothingCollected, replaceRefs } from "./json-schema.ts";
import { PAGE_PATHS } from "./page-paths.ts";
import { pathItemOf, refusalComponents } from "./path-item.ts";
import { type Settled, settleNames } from "./settle-names.ts";

/** An API with a document of its own, which includes the platform operations that are available to its side. */
export type Side = Exclude<Api, "platform">;
export const SIDES: readonly Side[] = ["buyer", "storefront", "operator"];

const KIND: Readonly<Record<Side, CustomerKind>> = { buyer: "BUYER", storefront: "SELLER", operator: "OPERATOR" };
const TITLE: Readonly<Record<Side, string>> = {
  buyer: "Interchange Buyer API",
  storefront: "Interchange Storefront API",
  operator: "Interchange Operator API",
};

/** The version of the wire contract, which appears in the mounts as v2; releases of the server do not change it. */
export const CONTRACT_VERSION = "2.0.0";

/** The OpenAPI 3.1 document for one side. Throws if an operation cannot be expressed in it. */
export function openApiOf(
  side: Side,
  operations: readonly Operation[],
  { publicUrl }: { readonly publicUrl: string },
): Json {
  const gathered = nothingCollected();
  const paths = pathsOf(side, operations, gathered);
  const settled = settleNames(gathered);
  const tags = [...new Set(operationsOf(side, operations).map(({ tag }) => tag))].sort().map((name) => ({ name }));
  const document = {
    openapi: "3.1.1",
    info: { title: TITLE[side], version: CONTRACT_VERSION, license: { name: "Apache-2.0", identifier: "Apache-2.0" } },
    servers: [{ url: publicUrl }],
    security: [{ bearer: [] }, { apiKey: [] }],
    tags,
    // Both buyers and sellers give consent there.
    paths: side === "operator" ? paths : { ...paths, ...PAGE_PATHS },
    components: componentsOf(settled, operationsOf(side, operations)),
  };
  return replaceRefs(document, settled.refTo) as Json;
}

/** The operations of callers on one side, in the order of the table. */
export function operationsOf(side: Side, operations: readonly Operation[]): Operation[] {
  return operations.filter((op) => {
    const apis = apisOf(op);
    return apis.includes(side) || (op.sides?.includes(KIND[side]) ?? apis.includes("platform"));
  });
}

/** The path at which callers of one side find an operation: on their own mount if it is there, otherwise on the first mount that has it. */
export function fullPathOf(op: Operation, side: Side): string {
  const [first = "platform", ...others] = apisOf(op);
  return MOUNTS[[first, ...others].includes(side) ? side : first] + op.path;
}

function pathsOf(side: Side, operations: readonly Operation[], gathered: CollectedSchemas): Json {
  const paths: Record<string, Record<string, Json>> = {};
  for (const op of operationsOf(side, operations)) {
    const path = fullPathOf(op, side);
    paths[path] = { ...paths[path], [op.method]: pathItemOf(op, gathered) };
  }
  return paths;
}

function componentsOf({ schemas }: Settled, operations: readonly Operation[]): Json {
  const taken = Object.keys(ENVELOPE).find((name) => name in schemas);
  if (taken) throw new Error(`${taken} is part of the envelope: call the other schema something else`);
  return {
    schemas: { ...ENVELOPE, ...schemas },
    responses: refusalComponents(operations),
    parameters: {
      IdempotencyKey: {
        name: "Idempotency-Key",
        in: "header",
        description:
          "Makes retries safe for 24 hours: the same request with the same key gets the first answer again, with the " +
          "header Idempotency-Replayed; a different request with that key is refused with 409.",
        schema: { type: "string", pattern: "^[A-Za-z0-9._:-]{8,128}$" },
      },
    },
    securitySchemes: {
      bearer: { type: "http", scheme: "bearer", description: "An API key: scope3_…" },
      apiKey: {
        type: "apiKey",
        in: "header",
        name: "x-scope3-api-key",
        description: "The same key in a separate header",
      },
    },
  };
}
