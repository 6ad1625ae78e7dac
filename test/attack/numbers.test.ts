import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { silentLog } from "../../src/ground/kernel/log.ts";
import { apisOf, type Operation } from "../../src/ground/kernel/operation.ts";
import type { CustomerKind } from "../../src/ground/kernel/viewer.ts";
import { operations } from "../../src/main/areas.ts";
import { createOwnedResources, type OwnedResources } from "../operations/owned-resources.ts";
import { type Inputs, inputsOf, send, withRef } from "../operations/request-of.ts";
import { openWorld, type World } from "../world.ts";

/** Whatever whole number or date a schema lets through, the database must be able to look for. */
const WHOLE = [2_147_483_647, 2_147_483_648, Number.MAX_SAFE_INTEGER];
const TIMES = ["0000-01-01T00:00:00Z", "0001-01-01T00:00:00Z", "9999-12-31T23:59:59Z"];

let world: World;
let estate: OwnedResources;
const bugs: string[] = [];

beforeAll(async () => {
  const noted = (fields: Readonly<Record<string, unknown>>) =>
    void bugs.push(String((fields.err as Error | undefined)?.stack));
  world = await openWorld({ log: { ...silentLog, error: noted } });
  estate = await createOwnedResources(world, await world.caller("OPERATOR"), "Fuzzed");
});
afterAll(() => world.close());

interface Shape {
  readonly type?: string;
  readonly format?: string;
  readonly properties?: Readonly<Record<string, Shape>>;
  readonly anyOf?: readonly Shape[];
  readonly items?: Shape;
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, Shape>>;
}

interface Leaf {
  readonly path: string;
  readonly kind: "whole" | "time" | "day";
  /** It is in a list. */
  readonly listed: boolean;
}

/** Every number, instant and day that an input has, by its dotted path; within a list, those that are its items. */
function leavesOf(shape: Shape, path: string, defs: Shape["$defs"] = {}, listed = false): Leaf[] {
  const named = shape.$ref && defs[shape.$ref.replace("#/$defs/", "")];
  if (named) return leavesOf(named, path, defs, listed);
  const kind = kindOf(shape);
  const inside = listed ? [] : Object.entries(shape.properties ?? {});
  return [
    ...(kind ? [{ path, kind, listed }] : []),
    ...inside.flatMap(([name, one]) => leavesOf(one, `${path}.${name}`, defs)),
    ...(shape.anyOf ?? []).flatMap((one) => leavesOf(one, path, defs, listed)),
    ...(shape.items ? leavesOf(shape.items, path, defs, true) : []),
  ];
}

function kindOf({ type, format }: Shape): Leaf["kind"] | undefined {
  if (type === "integer" || type === "number") return "whole";
  if (format === "date-time") return "time";
  return format === "date" ? "day" : undefined;
}

function leavesOfOperation(op: Operation): Leaf[] {
  const found = (["params", "query", "body"] as const).flatMap((part) => {
    const schema = op[part];
    if (!schema) return [];
    const shape = z.toJSONSchema(schema as z.ZodType, { io: "input", unrepresentable: "any" }) as Shape;
    return leavesOf(shape, part, shape.$defs);
  });
  return [...new Map(found.map((leaf) => [`${leaf.path} ${leaf.kind}`, leaf])).values()];
}

const sideOf = (op: Operation): CustomerKind =>
  op.sides?.[0] ??
  ({ buyer: "BUYER", storefront: "SELLER", operator: "OPERATOR", platform: "BUYER" } as const)[
    apisOf(op)[0] ?? "platform"
  ];

const valuesOf = ({ kind }: Leaf): readonly (number | string)[] =>
  kind === "whole" ? WHOLE : kind === "time" ? TIMES : TIMES.map((at) => at.slice(0, 10));

const numbered = operations.flatMap((op) => {
  const leaves = leavesOfOperation(op);
  return leaves.length > 0 ? [[op.id, op, leaves] as const] : [];
});

test.each(numbered)("%s finds or misses any number and any date, and never breaks", async (_, op, leaves) => {
  const callers = { BUYER: estate.buyer, SELLER: estate.seller, OPERATOR: await world.caller("OPERATOR") };
  const { key } = callers[sideOf(op)];
  const whole: Inputs = inputsOf(op, estate.ids);
  for (const leaf of leaves)
    for (const value of valuesOf(leaf)) {
      bugs.length = 0;
      const { status } = await send(world, op, withRef(whole, leaf.path, leaf.listed ? [value] : value), key);
      expect([leaf.path, value, status, bugs]).toEqual([
        leaf.path,
        value,
        expect.toSatisfy((it: number) => it < 500),
        [],
      ]);
    }
});

describe("a version that no document can have reached", () => {
  test.each(
    operations
      .filter(({ method, path }) => method === "get" && path.includes("{version}"))
      .map((op) => [op.id, op] as const),
  )("is a 404 at %s", async (_, op) => {
    const inputs = inputsOf(op, estate.ids);
    for (const version of ["2147483648", String(Number.MAX_SAFE_INTEGER)]) {
      const reply = await send(world, op, { ...inputs, params: { ...inputs.params, version } }, estate.seller.key);
      expect([reply.status, reply.error?.code]).toEqual([404, "NOT_FOUND"]);
    }
  });
});
