import { MOUNTS } from "../../src/edge/http/mount.ts";
import type { Noun } from "../../src/ground/kernel/inputs/noun.ts";
import { apisOf, type Operation } from "../../src/ground/kernel/operation.ts";
import { callTool } from "../mcp-call.ts";
import { sampleOf, withValue } from "../sample.ts";
import type { Reply, World } from "../world.ts";

export interface Inputs {
  readonly params: Readonly<Record<string, string>>;
  readonly query: unknown;
  readonly body: unknown;
}

/** The ids that an operation's inputs name, taken from what somebody owns. */
export type Ids = Readonly<Partial<Record<Noun, string | number>>>;

/** A request that the operation's schemas accept, naming resources by `ids`. */
export function inputsOf(op: Operation, ids: Ids): Inputs {
  const refs = Object.entries(op.refs ?? {});
  const below = (part: string) =>
    refs.filter(([path]) => path.startsWith(`${part}.`)).map(([path]) => path.slice(part.length + 1));
  let inputs: Inputs = {
    params: Object.fromEntries(
      [...op.path.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => [name, name === "slug" ? "sample" : "1"]),
    ),
    query: sampleOf(op.query, below("query")),
    body: sampleOf(op.body, below("body")),
  };
  for (const [path, noun] of refs) if (ids[noun] !== undefined) inputs = withRef(inputs, path, ids[noun]);
  return inputs;
}

export function withRef(inputs: Inputs, path: string, value: unknown): Inputs {
  const [part = "", ...rest] = path.split(".");
  return {
    ...inputs,
    [part]: withValue(inputs[part as keyof Inputs], rest, part === "params" ? String(value) : value),
  };
}

export async function send(
  world: World,
  op: Operation,
  { params, query, body }: Inputs,
  key: string | undefined,
  headers: Record<string, string> = {},
): Promise<Reply> {
  const path = op.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(params[name] ?? "1"));
  const search =
    query && typeof query === "object"
      ? new URLSearchParams(
          Object.entries(query).flatMap(([name, value]) =>
            (Array.isArray(value) ? value : [value]).flatMap((one) => (one === undefined ? [] : [[name, textOf(one)]])),
          ),
        ).toString()
      : "";
  const url = `${MOUNTS[apisOf(op)[0] ?? "platform"]}${path}${search && `?${search}`}`;
  return world.anonymous(op.method.toUpperCase() as "GET", url, op.body ? body : undefined, {
    ...(key && { authorization: `Bearer ${key}` }),
    ...headers,
  });
}

/** The same through `api_call`: the envelope that REST would have returned, and the HTTP response that carried it. */
export async function sendByMcp(
  world: World,
  op: Operation,
  { params, query, body }: Inputs,
  key: string | undefined,
  endpoint: string,
): Promise<Pick<Reply, "status" | "headers" | "data" | "error">> {
  const given = { operation: op.id, pathParams: params, query, ...(op.body && { body }) };
  const { status, headers, content } = await callTool(world, key, "api_call", given, endpoint);
  return { status, headers, data: content.data ?? null, error: content.error ?? null };
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}
