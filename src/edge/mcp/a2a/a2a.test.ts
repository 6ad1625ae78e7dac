import { afterAll, beforeAll, expect, test } from "vitest";
import { openWorld, type World } from "../../../../test/world.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

async function send(skill: string, input: unknown, key: string | undefined, method = "message/send") {
  const message = { role: "user", messageId: "m", contextId: "c", parts: [{ kind: "data", data: { skill, input } }] };
  const answer = await world.app.inject({
    method: "POST",
    url: "/a2a",
    headers: { "content-type": "application/json", ...(key && { authorization: `Bearer ${key}` }) },
    payload: JSON.stringify({ jsonrpc: "2.0", id: 1, method, params: { message } }),
  });
  return { status: answer.statusCode, body: answer.json() };
}

test("the card at the root names an endpoint that supports each of its skills", async () => {
  const card = (await world.app.inject("/.well-known/agent-card.json")).json();
  expect(card).toMatchObject({ protocolVersion: "0.3.0", name: "Interchange", url: "http://localhost:4000/a2a" });
  const skills = card.skills.map(({ id }: { id: string }) => id);
  expect(skills).toEqual(expect.arrayContaining(["api_call", "ask_about_capability", "ask_murph", "health"]));
  const [buyer, seller] = [await world.caller("BUYER"), await world.caller("SELLER")];
  const known = await Promise.all(
    skills.map(async (skill: string) => {
      const replies = [await send(skill, {}, buyer.key), await send(skill, {}, seller.key)];
      return replies.some(({ body }) => body.result?.kind === "task");
    }),
  );
  expect(known).toEqual(skills.map(() => true));
});

test("a skill does what the tool does over MCP with the same key, and a refusal makes its task fail", async () => {
  const { key } = await world.caller("BUYER");
  const { body } = await send(
    "api_call",
    { operation: "createAdvertiser", body: { name: "Acme", brand: "acme.example" } },
    key,
  );
  expect(body.result).toMatchObject({ contextId: "c", status: { state: "completed" } });
  expect(body.result.artifacts[0].parts.at(-1)).toMatchObject({
    kind: "data",
    data: { data: { name: "Acme" }, error: null },
  });
  const refused = await send("api_call", { operation: "createAdvertiser", body: {} }, key);
  expect(refused.body.result).toMatchObject({ status: { state: "failed" } });
  expect(refused.body.result.artifacts[0].parts.at(-1).data.error.code).toBe("VALIDATION_ERROR");
});

test("a task ends with its answer, and cannot be requested later", async () => {
  const { key } = await world.caller("BUYER");
  for (const method of ["tasks/get", "GetTask", "tasks/cancel"])
    expect((await send("health", {}, key, method)).body).toMatchObject({ error: { code: -32001 } });
});

test("nobody is answered without a key, and invalid calls are refused in the protocol's terms", async () => {
  expect((await send("health", {}, undefined)).status).toBe(401);
  const { key } = await world.caller("BUYER");
  expect((await send("health", {}, key, "message/stream")).body).toMatchObject({ id: 1, error: { code: -32601 } });
  expect((await send("health", "text", key)).body).toMatchObject({ error: { code: -32602 } });
  expect((await send("nothing", {}, key)).body).toMatchObject({ error: { code: -32602 } });
});
