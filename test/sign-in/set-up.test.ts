import { afterEach, expect, test } from "vitest";
import { after, DAY_MS, frozenClock } from "../../src/ground/kernel/clock.ts";
import type { Context } from "../../src/ground/kernel/context.ts";
import { openConsoleLink } from "../../src/platform/sign-in/index.ts";
import { offerSetUp } from "../../src/platform/sign-in/set-up/index.ts";
import { outside } from "../../src/platform/sign-in/sign-in.fixture.ts";
import { INSTALLATION, openWorld, type World } from "../world.ts";
import { Visitor } from "./visitor.ts";

const opened: World[] = [];
afterEach(async () => void (await Promise.all(opened.splice(0).map((world) => world.close()))));

async function emptyWorld(changes: Parameters<typeof openWorld>[0] = {}) {
  const world = await openWorld({ installation: { ...INSTALLATION, sandbox: false }, ...changes });
  opened.push(world);
  return world;
}

const offer = (world: World) => outside(world, offerSetUp);
const pathOf = (link: string | undefined) => (link ?? "").replace("http://localhost:4000", "");
const ENTRIES = { company: "Acme Media", email: "ops@acme.example" };

test("the person who opens the link that a start prints becomes the first operator, once", async () => {
  const world = await emptyWorld();
  const [link, second] = [await offer(world), await offer(world)];
  expect(link).toMatch(/^http:\/\/localhost:4000\/set-up\?token=[\w-]{43}$/);
  const visitor = new Visitor(world);
  const page = await visitor.open(pathOf(link));
  expect(page.status).toBe(200);
  expect((await visitor.send(page, { company: "", email: "nobody" })).status).toBe(400);
  const [done, rival] = [visitor, new Visitor(world)];
  const rivalPage = await rival.open(pathOf(second));
  const answers = await Promise.all([done.send(page, ENTRIES), rival.send(rivalPage, ENTRIES)]);
  expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([303, 410]);
  const winner = answers[0]?.status === 303 ? done : rival;
  expect((await winner.ask("GET", "/me")).data).toMatchObject({
    person: { email: ENTRIES.email },
    isOperator: true,
    memberships: [{ company: "Acme Media", side: "operator", role: "SUPER_ADMIN" }],
  });
  expect((await winner.ask("GET", "/operator/storefronts")).status).toBe(200);
  expect((await visitor.open(pathOf(link))).status).toBe(410);
  expect(await offer(world)).toBeUndefined();
  const again = new Visitor(world);
  expect((await again.signIn(ENTRIES.email, "/console")).location).toBe("/console");
});

test("if a setting names the first operator, nobody else becomes it", async () => {
  const operatorEmail = "boss@acme.example";
  const world = await emptyWorld({ installation: { ...INSTALLATION, sandbox: false, operatorEmail } });
  const visitor = new Visitor(world);
  const page = await visitor.open(pathOf(await offer(world)));
  expect(page.body).toContain(operatorEmail);
  await visitor.send(page, { company: "Acme", email: "eve@evil.example" });
  expect((await visitor.ask("GET", "/me")).data.person.email).toBe(operatorEmail);
});

test("a link that is a day old, guessed or foreign is invalid, and all of them read alike", async () => {
  const clock = frozenClock(new Date("2026-11-21T09:00:00.000Z"));
  const world = await emptyWorld({ clock });
  const path = pathOf(await offer(world));
  const visitor = new Visitor(world);
  clock.set(after(clock.now(), DAY_MS - 1));
  const form = await visitor.open(path);
  expect(form.status).toBe(200);
  clock.set(after(clock.now(), 1));
  const pages = [await visitor.open(path), await visitor.open("/set-up?token=nonsense"), await visitor.open("/set-up")];
  expect(pages.map(({ status }) => status)).toEqual([410, 410, 410]);
  expect(new Set(pages.map(({ body }) => body)).size).toBe(1);
  expect((await visitor.send(form, ENTRIES)).status).toBe(410);
});

test("a sandbox's link opens its console immediately, once, and not for a browser that only prefetches", async () => {
  const world = await openWorld();
  opened.push(world);
  const { customerId } = await world.caller("SELLER", { sandbox: true });
  const path = pathOf(await outside(world, (ctx: Context) => openConsoleLink(ctx, customerId)));
  const visitor = new Visitor(world);
  expect((await visitor.open(path, { "sec-purpose": "prefetch" })).status).toBe(503);
  expect((await visitor.open(path)).location).toBe("/console");
  expect((await visitor.ask("GET", "/me")).data.memberships).toMatchObject([
    { organisationId: customerId, side: "storefront" },
  ]);
  expect((await new Visitor(world).open(path)).status).toBe(404);
});

test("outside a sandbox, opening a link never signs anybody in", async () => {
  const world = await emptyWorld();
  await expect(outside(world, (ctx: Context) => openConsoleLink(ctx, 1))).rejects.toThrow("only work in a sandbox");
  expect((await new Visitor(world).open("/sandbox/enter?token=x")).status).toBe(404);
});
