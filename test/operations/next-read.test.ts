import { setTimeout as sleep } from "node:timers/promises";
import { isDeepStrictEqual } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import { apisOf, type Operation, writes } from "../../src/ground/kernel/operation.ts";
import { operations } from "../../src/main/areas.ts";
import { compose, type Interchange } from "../../src/main/compose.ts";
import { memoryMail } from "../memory-mail.ts";
import { type Caller, openWorld, type Reply, type World } from "../world.ts";
import { createOwnedResources, type OwnedResources } from "./owned-resources.ts";
import { type Inputs, inputsOf, send, withRef } from "./request-of.ts";

/**
 * Every write operation is executed in one process, and its result is read in another, which has read it before: as soon as a write is
 * answered with 2xx, the next read sees it, wherever that is made.
 */
let world: World;
let elsewhere: World;
let estate: OwnedResources;
let operator: Caller;
let other: Interchange;
beforeAll(async () => {
  world = await openWorld();
  operator = await world.caller("OPERATOR");
  estate = await createOwnedResources(world, operator, "Read");
  other = await compose({ mailTransport: memoryMail(), ...world.parts });
  elsewhere = { ...world, anonymous: anonymousAt(other) };
});
afterAll(async () => {
  await other.close();
  await world.close();
});

function anonymousAt({ app }: Interchange): World["anonymous"] {
  return async (method, path, body, headers = {}) => {
    const url = path.startsWith("/api/") ? path : `/api/v2${path}`;
    const answer = await app.inject({
      method,
      url,
      headers: { "content-type": "application/json", ...headers },
      ...(body !== undefined && { payload: JSON.stringify(body) }),
    });
    const envelope = answer.body ? answer.json<Reply>() : { data: null, error: null, meta: {} as Reply["meta"] };
    return { ...envelope, status: answer.statusCode, headers: answer.headers };
  };
}

/** Operations that end something come after those that need it: the most deeply nested first, and the storefront last. */
const turnOf = ({ id, method, path }: Operation) =>
  id === "archiveStorefront" ? 2 : method === "delete" ? 1 + 1 / path.split("/").length : 0;
const keyed = operations.filter(({ access }) => access !== "public");
const writing = keyed.filter(writes).toSorted((a, b) => turnOf(a) - turnOf(b));
const reading = keyed.filter(({ method }) => method === "get");

/** What schemas cannot express about a body, for operations that would otherwise be refused. */
const BODIES: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  updateCustomerDomain: { customerDomain: "acme.example" },
  createBuyerInstructions: { operatorDomain: "acme.example" },
  createHouseDiscount: { houseDomain: "acme.example" },
  createCallerKey: { operatorDomain: "acme.example" },
};

/** The reads that show what an operation writes: at its own path, or at the nearest one above it. */
function readersOf(op: Operation): Operation[] {
  const side = reading.filter((reader) => apisOf(reader)[0] === apisOf(op)[0]);
  const parts = op.path.split("/");
  const above = parts.map((_, n) => parts.slice(0, parts.length - n).join("/"));
  const path = above.find((one) => side.some((reader) => reader.path === one));
  return side.filter((reader) => reader.path === path);
}

function keyOf(op: Operation): string {
  const { buyer, seller } = estate;
  return { buyer: buyer.key, storefront: seller.key, operator: operator.key, platform: buyer.key }[
    apisOf(op)[0] ?? "platform"
  ];
}

/** With the largest possible page, so that it contains what is new. */
function readingOf(reader: Operation): Inputs {
  const inputs = inputsOf(reader, estate.ids);
  const { shape } = (reader.query ?? {}) as { readonly shape?: Readonly<Record<string, unknown>> };
  return shape && "take" in shape ? withRef(inputs, "query.take", 250) : inputs;
}

/** One write, and what two processes read after it. Undefined if it was refused, which other tests prevent. */
async function writeAndRead(op: Operation) {
  const readers = readersOf(op);
  const readAt = (at: World): Promise<Reply[]> =>
    Promise.all(readers.map((reader) => send(at, reader, readingOf(reader), keyOf(op))));
  const before = await readAt(elsewhere);
  const inputs = inputsOf(op, estate.ids);
  const body = BODIES[op.id] ? { ...(inputs.body as object), ...BODIES[op.id] } : inputs.body;
  const written = await send(world, op, { ...inputs, body }, keyOf(op));
  if (written.status >= 300) return undefined;
  const after = await readAt(elsewhere);
  // Two reads may fall into one millisecond, in which a clock that runs looks as if it stood.
  await sleep(2);
  const here = await readAt(world);
  const sameView = readers.findIndex(({ answer }) => answer === op.answer);
  return {
    agree: isDeepStrictEqual(after.map(shown), here.map(shown)),
    shows:
      isDeepStrictEqual(after[sameView]?.data, written.data) || !isDeepStrictEqual(after.map(shown), before.map(shown)),
  };
}

const shown = ({ status, data }: Reply) => ({ status, data });

/** Operations that only ask, that change nothing the second time, or whose effect is in no list of theirs. */
const SHOW_NOTHING = [
  "acceptTos",
  "discoverProducts",
  "evaluateCreativeReview",
  "previewProductRules",
  "readAllNotifications",
  "removeStorefrontConnection",
  "removeStorefrontPublisher",
  "replayIntelligenceRun",
  "resolveBrand",
  "resolveBuyerBrand",
  "runInventorySourceDiscoveryTest",
  "setLearnedDefaultPosture",
  "setSimulatedBuyers",
  "switchAccount",
  "verifySignInDomain",
];

test("the effect of a write is in the next read, in every process", async () => {
  const seen: string[] = [];
  const unseen: string[] = [];
  const apart: string[] = [];
  for (const op of writing) {
    const found = await writeAndRead(op);
    if (!found) continue;
    (found.shows ? seen : unseen).push(op.id);
    if (!found.agree) apart.push(op.id);
  }
  // A clock continues between two reads, and a job may have prepared the archive by the second one.
  expect(apart.filter((id) => id !== "requestArchive")).toEqual(["advanceSandboxClock"]);
  expect(unseen.toSorted()).toEqual(SHOW_NOTHING);
  expect(seen.length).toBeGreaterThan(75);
});
