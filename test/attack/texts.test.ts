import { afterAll, beforeAll, expect, test } from "vitest";
import { MOUNTS } from "../../src/edge/http/mount.ts";
import { apisOf, type Operation } from "../../src/ground/kernel/operation.ts";
import type { CustomerKind } from "../../src/ground/kernel/viewer.ts";
import { operations } from "../../src/main/areas.ts";
import { type Estate, makeEstate } from "../operations/estate.ts";
import { inputsOf } from "../operations/request-of.ts";
import { withValue } from "../sample.ts";
import { openWorld, type World } from "../world.ts";
import { leastHold } from "./longest-hold.ts";
import { textFieldsOf } from "./text-fields.ts";
import { SHAPES } from "./worst-shapes.ts";

/** Every text that a body may have, at its largest, in the worst shapes: no request may hold the loop for longer than this. */
const MOST_MS = 50;

let world: World;
let estate: Estate;
let operatorKey: string;
beforeAll(async () => {
  world = await openWorld();
  const operator = await world.caller("OPERATOR");
  operatorKey = operator.key;
  estate = await makeEstate(world, operator, "Attacked");
});
afterAll(() => world.close());

function keyFor(op: Operation): string {
  const byApi = { buyer: "BUYER", storefront: "SELLER", operator: "OPERATOR", platform: "BUYER" } as const;
  const side: CustomerKind = op.sides?.[0] ?? byApi[apisOf(op)[0] ?? "platform"];
  return { BUYER: estate.buyer.key, SELLER: estate.seller.key, OPERATOR: operatorKey }[side];
}

const texted = operations.filter(({ body }) => body && textFieldsOf(body).length > 0);

test("there are texts to attack", () => expect(texted.length).toBeGreaterThan(40));

test.each(texted.map((op) => [op.id, op] as const))("%s holds the loop for no text", async (_, op) => {
  const { params, body } = inputsOf(op, estate.ids);
  const path = op.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(params[name] ?? "1"));
  const request = {
    method: op.method.toUpperCase() as "POST",
    url: `${MOUNTS[apisOf(op)[0] ?? "platform"]}${path}`,
    headers: { authorization: `Bearer ${keyFor(op)}`, "content-type": "application/json" },
  };
  const held: string[] = [];
  for (const { path: field, length } of textFieldsOf(op.body)) {
    for (const [name, shape] of Object.entries(SHAPES)) {
      const payload = JSON.stringify(withValue(body, field, shape(length)));
      const ms = await leastHold(MOST_MS, () => Promise.resolve(world.app.inject({ ...request, payload })));
      if (ms > MOST_MS) held.push(`${field.join(".")} of ${length} as ${name}: ${Math.round(ms)} ms`);
    }
  }
  expect(held).toEqual([]);
});
