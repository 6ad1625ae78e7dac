import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import { openApiOf, SIDES } from "../../src/edge/reference/index.ts";
import { operations } from "../../src/main/areas.ts";

interface Responses {
  readonly operationId?: string;
  readonly responses: Readonly<Record<string, { readonly content?: unknown; readonly $ref?: string }>>;
}

/** An operation's location in one side's document, as JSON Schema refers to it. */
interface SchemaLocation {
  readonly operation: string;
  readonly method: string;
  readonly path: string;
  readonly pattern: RegExp;
  readonly parameters: number;
  /** References to the schema for each status; undefined if there is no body. */
  readonly pointers: ReadonlyMap<number, string | undefined>;
}

const ajv = new Ajv2020({
  strict: false,
  allErrors: true,
  formats: { "date-time": isInstant, date: /^\d{4}-\d\d-\d\d$/, uri: URL.canParse, email: /^\S+@\S+$/, uuid: true },
});

/**
 * The locations in all documents. Because the documents take a moment to write, this happens at the first answer. Keyed by something that a
 * method and path share with few others.
 */
let written: ReadonlyMap<string, readonly SchemaLocation[]> | undefined;
const likenessOf = (method: string, path: string) => `${method} ${path.split("/").length}`;
const writePlaces = () =>
  SIDES.flatMap((side) => {
    const document = openApiOf(side, operations, { publicUrl: "http://localhost" });
    ajv.addSchema({ ...document, $id: `https://${side}.example/` });
    return Object.entries(document.paths as Record<string, Record<string, Responses>>).flatMap(([path, items]) =>
      Object.entries(items).map(([method, item]) => placeOf(side, path, method, item)),
    );
  });

function isInstant(text: string): boolean {
  return /^\d{4}-\d\d-\d\dT/.test(text) && !Number.isNaN(Date.parse(text));
}

function placeOf(
  side: string,
  path: string,
  method: string,
  { operationId = "", responses }: Responses,
): SchemaLocation {
  const home = `https://${side}.example/#`;
  const own = `/paths/${[path, method].map((part) => encodeURIComponent(part.replaceAll("/", "~1"))).join("/")}/responses`;
  const pointers = Object.entries(responses).map(([status, { content, $ref }]) => {
    const at = $ref ? $ref.slice(1) : `${own}/${status}`;
    return [Number(status), content || $ref ? `${home}${at}/content/application~1json/schema` : undefined] as const;
  });
  const pattern = new RegExp(`^${path.replaceAll(/\{\w+\}/g, "[^/]+")}$`);
  const parameters = path.split("{").length - 1;
  return { operation: operationId, method, path, pattern, parameters, pointers: new Map(pointers) };
}

/** The validators for answers at each location, which are compiled when they are first needed. */
const validators = new Map<string, ValidateFunction>();

export interface Checked {
  readonly operation: string;
  /** Empty if the answer conforms to the document. */
  readonly complaints: readonly string[];
}

/** Compares an answer with the OpenAPI document: its status, and its whole body. Undefined for requests that reach no operation. */
export function check(method: string, path: string, status: number, body: unknown): Checked | undefined {
  written ??= Map.groupBy(writePlaces(), (one) => likenessOf(one.method, one.path));
  const alike = written.get(likenessOf(method.toLowerCase(), path)) ?? [];
  const here = alike.filter(({ pattern }) => pattern.test(path));
  // As in routing, a literal segment takes precedence over a parameter.
  const [place] = here.sort((a, b) => a.parameters - b.parameters);
  if (!place) return undefined;
  const { operation, pointers } = place;
  if (!pointers.has(status)) return { operation, complaints: [`${status} is not among its answers`] };
  const pointer = pointers.get(status);
  return { operation, complaints: pointer ? complaintsOf(pointer, body) : [] };
}

function complaintsOf(pointer: string, body: unknown): string[] {
  const validate = validators.get(pointer) ?? ajv.getSchema(pointer);
  if (!validate) throw new Error(`${pointer} leads nowhere`);
  validators.set(pointer, validate);
  if (validate(body)) return [];
  return (validate.errors ?? []).map(
    ({ instancePath, message, params }) => `${instancePath} ${message} ${JSON.stringify(params)}`,
  );
}
