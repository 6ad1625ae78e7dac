import type { Json } from "../../../edge/reference/index.ts";
import { type Fields, fieldsOf } from "./fields.ts";

/** The parts of an operation on which its callers depend. */
export interface Contracted {
  readonly method: string;
  /** Relative to the API's mount, and without parameter names, which are not visible on the wire. */
  readonly path: string;
  readonly query: readonly string[];
  readonly body: Fields;
  readonly answer: Fields;
}

/** Keyed by operation id. */
export type Contract = Readonly<Record<string, Contracted>>;

interface PathItem {
  readonly operationId?: string;
  readonly parameters?: ReadonlyArray<{ readonly name?: string; readonly in?: string }>;
  readonly requestBody?: { readonly content: Content };
  readonly responses?: Readonly<Record<string, { readonly content?: Content }>>;
}
type Content = Readonly<Record<string, { readonly schema?: unknown }>>;

/** What an OpenAPI document promises below a mount. The envelope is left out, because operations only differ in `data`. */
export function contractOf(document: Json, mount = ""): Contract {
  const operations = Object.entries(document.paths as Json).flatMap(([path, items]) =>
    path.startsWith(mount)
      ? Object.entries(items as Record<string, PathItem>).map(([method, item]) => ({ path, method, item }))
      : [],
  );
  return Object.fromEntries(
    operations.flatMap(({ path, method, item }) => {
      if (!item.operationId || !item.responses) return [];
      const below = path.slice(mount.length).replaceAll(/\{\w+\}/g, "{}");
      return [[item.operationId, { method, path: below, ...shapeOf(item, document) }] as const];
    }),
  );
}

function shapeOf({ parameters = [], requestBody, responses = {} }: PathItem, document: Json) {
  const query = parameters.flatMap((one) => (one.in === "query" && one.name ? [one.name] : []));
  const body = schemaIn(requestBody?.content);
  const success = Object.entries(responses).find(([status]) => status.startsWith("2"))?.[1];
  const answer = dataOf(schemaIn(success?.content));
  return {
    query: query.sort(),
    body: body ? fieldsOf(body, document) : {},
    answer: answer ? fieldsOf(answer, document) : {},
  };
}

function schemaIn(content: Content = {}): unknown {
  return content["application/json"]?.schema;
}

/** Our documents have an envelope with the operation's `data`; the published one contains the data only. */
function dataOf(schema: unknown): unknown {
  const [, ours] = (schema as { allOf?: ReadonlyArray<{ properties?: Json }> } | undefined)?.allOf ?? [];
  return ours?.properties?.data ?? schema;
}
