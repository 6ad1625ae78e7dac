import { afterAll, beforeAll, expect, test } from "vitest";
import type { Payload } from "../../../../test/agent/call-tool.ts";
import { setUpShop } from "../../../../test/agent/open-shop.ts";
import { doJobs } from "../../../../test/jobs.ts";
import { liftLimits, unhurriedWall } from "../../../../test/providers/unhurried.ts";
import { INSTALLATION, openWorld, type World } from "../../../../test/world.ts";
import { callbackAgenda } from "../../../edge/adcp/callbacks/follow-task.ts";
import { after, HOUR_MS, wallClock } from "../../../ground/kernel/clock.ts";
import { perform } from "../../../ground/kernel/perform.ts";
import { startAudiostack } from "../../../main/sandbox/providers/index.ts";
import { openReceiver } from "../../../platform/webhooks/receiver.fixture.ts";
import { ok, type WiredShop, wire } from "../providers.fixture.ts";
import { type AudiostackSimulation, finish, openAudiostackSimulation, scripted } from "./studio.fixture.ts";

let world: World;
let audiostack: Awaited<ReturnType<typeof startAudiostack>>;
let studio: WiredShop;
let door: AudiostackSimulation;
beforeAll(async () => {
  audiostack = await startAudiostack({ clock: wallClock, wall: unhurriedWall(), seed: "43" });
  const providerHosts = audiostack.addresses;
  world = await openWorld({ installation: { ...INSTALLATION, providerHosts, sellerTimeoutMs: 4_000 } });
  await liftLimits(world);
  studio = await wire(world, "audiostack", "operator");
});
afterAll(async () => {
  await world.close();
  await audiostack.close();
});

test("a key is entered on a page: it is tested immediately, never returned, and only the browser that was asked may send it", async () => {
  const { seller, storefrontId } = studio;
  const asked = ok(await seller.post(`/storefront/storefronts/${storefrontId}/connection`));
  const standing = async () => ok(await seller.get("/storefront/storefront-connections")).items[0];
  const page = await openKeyPage(asked.connectionUrl);
  expect(page.body).toContain('<input id="key" name="key" type="password"');
  expect(await page.send("")).toMatchObject({ statusCode: 400, body: expect.stringContaining('id="key-error"') });
  const wrong = await page.send("a wrong key");
  expect([
    wrong.statusCode,
    wrong.body.includes("does not accept this key"),
    wrong.body.includes("a wrong key"),
  ]).toEqual([400, true, false]);
  expect(await standing()).toMatchObject({ status: "error" });
  // Neither another browser nor a form that is not ours has any effect on it.
  const other = await openKeyPage(asked.connectionUrl);
  expect((await other.send(audiostack.apiKey)).statusCode).toBe(400);
  expect((await page.send(audiostack.apiKey, { form: "forged" })).statusCode).toBe(200);
  expect(await standing()).toMatchObject({ status: "error" });
  expect((await page.send(audiostack.apiKey, {}, { "sec-fetch-site": "cross-site" })).statusCode).toBe(404);
  const kept = await page.send(audiostack.apiKey);
  expect([kept.statusCode, kept.body.includes("is connected")]).toEqual([200, true]);
  expect((await page.send(audiostack.apiKey)).statusCode).toBe(400);
  expect(await standing()).toMatchObject({ status: "connected" });
  // It opens only once its platform is connected.
  door = await openAudiostackSimulation(world, studio);
});

test("a storefront says that it produces creatives once it is connected, and names the missing field of an order", async () => {
  expect(await door.ask("get_adcp_capabilities")).toMatchObject({ creative: { supports_generation: true } });
  expect(await toolsAt(door.platformId)).toContain("build_creative");
  const shop = await setUpShop(world);
  const { platformId } = shop;
  expect(await toolsAt(platformId)).not.toContain("build_creative");
  const elsewhere = await door.ask("build_creative", scripted(), { platformId });
  expect(elsewhere.errors).toMatchObject([{ code: "UNSUPPORTED_FEATURE" }]);

  const target_format_id = await door.formatOf("audio");
  const wrong: readonly [object, string, string][] = [
    [{}, "INVALID_REQUEST", "target_format_id"],
    [{ target_format_id }, "INVALID_REQUEST", "target_format_id.duration_ms"],
    [
      { target_format_id: { ...target_format_id, duration_ms: 3_000 } },
      "VALIDATION_ERROR",
      "target_format_id.duration_ms",
    ],
    [{ target_format_id: { ...target_format_id, id: "video" } }, "INVALID_REQUEST", "target_format_id"],
    [inLanguage(undefined), "INVALID_REQUEST", "creative_manifest.assets.script.language"],
    [{ mode: "estimate" }, "UNSUPPORTED_FEATURE", "mode"],
    [{ max_variants: 3 }, "UNSUPPORTED_FEATURE", "max_variants"],
    [{ transformer_id: "voices" }, "UNSUPPORTED_FEATURE", "transformer_id"],
  ];
  for (const [change, code, field] of wrong) {
    const asked = { target_format_id: { ...target_format_id, duration_ms: 30_000 }, ...change };
    const given = Object.keys(change).length === 0 ? {} : asked;
    expect((await door.ask("build_creative", scripted(given))).errors).toMatchObject([{ code, field }]);
  }
});

test("a build is one task for its key only, in the form of either release, and its requester is notified of its end", async () => {
  const target_format_id = { ...(await door.formatOf("audio")), duration_ms: 20_000 };
  const receiver = await openReceiver();
  const brief = {
    asset_type: "brief",
    name: "Tea",
    language: "ja",
    messaging: { key_messages: ["Hot"], cta: "Drink it" },
  };
  const creative_manifest = { format_kind: "audio_hosted", assets: { creative_brief: brief } };
  const push_notification_config = { url: receiver.url, token: "a token of the buyer's", operation_id: "op-1" };
  const request = scripted({ creative_manifest, target_format_id, push_notification_config });
  const before = audiostack.ledger.count("created", "audioform");
  const [first, second] = await Promise.all([door.ask("build_creative", request), door.ask("build_creative", request)]);
  const { task_id } = first;
  expect([first.status, second.task_id]).toEqual(["submitted", task_id]);
  const other = await door.ask("build_creative", { ...request, message: "Warm" });
  expect(other.errors).toMatchObject([{ code: "IDEMPOTENCY_CONFLICT" }]);
  const { key } = await world.caller("BUYER", { sandbox: true });
  expect((await door.ask("tasks_get", { task_id }, { key })).errors).toMatchObject([{ code: "REFERENCE_NOT_FOUND" }]);

  await finish(world, audiostack);
  const { status, result } = await door.ask("tasks_get", { task_id });
  expect(status).toBe("completed");
  expect(result.creative_manifest).toMatchObject({
    format_kind: "audio_hosted",
    assets: { audio: { asset_type: "audio", duration_ms: 20_000 } },
  });
  const inOld = (await door.inOldRelease("tasks_get", { task_id })).result.creative_manifest;
  expect([inOld.format_id, inOld.format_kind]).toEqual([target_format_id, undefined]);
  expect(audiostack.ledger.count("created", "audioform") - before).toBe(1);
  await followCallbacks();
  expect(receiver.received.map(({ body }) => JSON.parse(body))).toMatchObject([
    { task_id, task_type: "build_creative", protocol: "creative", status: "completed", operation_id: "op-1", result },
  ]);
});

test("a failed build is reported with the field of the request that has to be changed", async () => {
  audiostack.controls.refuseCreative({ name: "Unsayable" }, "synthetic: no such voice");
  const script = { asset_type: "text", content: "Unsayable words.", language: "en" };
  const target_format_id = await door.formatOf("audio_15s");
  const creative_manifest = { format_kind: "audio_hosted", assets: { script } };
  const { task_id } = await door.ask("build_creative", scripted({ creative_manifest, target_format_id }));
  await finish(world, audiostack);
  const task = await door.ask("tasks_get", { task_id });
  expect(task).toMatchObject({ status: "failed", error: { field: "creative_manifest.assets" } });
  expect(await door.ask("tasks_get", { task_id })).toMatchObject({ status: "failed", error: task.error });
});

test("a retry whose answer was lost gets the creative that was ordered, although its source is disconnected by then", async () => {
  const request = scripted({ target_format_id: await door.formatOf("audio_30s") });
  expect((await door.ask("build_creative", request)).status).toBe("submitted");
  await finish(world, audiostack);
  await world.database.writeInstallation((db) => db.deleteFrom("idempotency_keys").execute());
  const { seller } = studio;
  const [{ connection }] = ok(await seller.get("/storefront/storefront-connections")).items;
  ok(await seller.delete(`/storefront/storefront-connections/${connection.id}`));
  expect(await door.ask("build_creative", request)).toMatchObject({
    status: "completed",
    creative_manifest: { format_kind: "audio_hosted" },
  });
  const other = { ...request, creative_manifest: { ...request.creative_manifest, name: "Another" } };
  expect((await door.ask("build_creative", other)).errors).toMatchObject([{ code: "IDEMPOTENCY_CONFLICT" }]);
  const anew = { ...request, idempotency_key: crypto.randomUUID() };
  expect((await door.ask("build_creative", anew)).errors).toMatchObject([{ code: "UNSUPPORTED_FEATURE" }]);
});

/** Opens the page for a key in a separate browser, and sends its form. */
async function openKeyPage(connectionUrl: string) {
  const { pathname, search } = new URL(connectionUrl);
  const { statusCode, headers, body } = await world.app.inject({ method: "GET", url: pathname + search });
  expect([statusCode, String(headers["content-security-policy"])]).toEqual([
    200,
    expect.stringContaining("form-action 'self'"),
  ]);
  const cookie = String(headers["set-cookie"]).split(";")[0] ?? "";
  const field = (name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(body)?.[1] ?? "";
  const [state, form] = [field("state"), field("form")];
  const send = (key: string, changes: object = {}, sent: Record<string, string> = {}) =>
    world.app.inject({
      method: "POST",
      url: pathname,
      headers: { cookie, "content-type": "application/x-www-form-urlencoded", ...sent },
      payload: new URLSearchParams({ state, form, key, ...changes }).toString(),
    });
  return { body, send };
}

function inLanguage(language: string | undefined) {
  const script = { asset_type: "text", content: "Go outside.", ...(language !== undefined && { language }) };
  return { creative_manifest: { format_kind: "audio_hosted", assets: { script } } };
}

async function toolsAt(platformId: string): Promise<readonly string[]> {
  const answer = await world.app.inject({
    method: "POST",
    url: `/storefront/${platformId}/mcp`,
    headers: {
      "content-type": "application/json",
      accept: "application/json",
      authorization: `Bearer ${door.buyer.key}`,
    },
    payload: JSON.stringify({ jsonrpc: "2.0", id: 1, method: "tools/list" }),
  });
  return answer.json().result.tools.map(({ name }: Payload) => name);
}

/** Polls the tasks that are due, and runs what follows. */
async function followCallbacks(): Promise<void> {
  const { database, host } = world;
  const due = await database.readInstallation((db) =>
    callbackAgenda.dueOfAllCustomers(db, after(new Date(), HOUR_MS), 10),
  );
  for (const { step, input } of due) await perform(step, input, "req_test", host);
  await doJobs(world);
}
