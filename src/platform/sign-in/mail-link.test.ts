import pg from "pg";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { newestMailTo } from "../../../test/mailbox.ts";
import { openWorld, type World } from "../../../test/world.ts";
import { after, DAY_MS, frozenClock, HOUR_MS, MINUTE_MS } from "../../ground/kernel/clock.ts";
import { perform } from "../../ground/kernel/perform.ts";
import { sendMail } from "../mail/index.ts";
import { peekMailLink, requestMailLink, useMailLink } from "./index.ts";
import type { MailLinkRequest } from "./mail-link.ts";
import { addMember, outside } from "./sign-in.fixture.ts";
import { deleteExpiredLinksOfAllCustomers } from "./store.ts";

const START = new Date("2026-11-21T09:00:00.000Z");
const clock = frozenClock(START);
const logged: string[] = [];
const note = (...line: unknown[]) => void logged.push(JSON.stringify(line));
let world: World;
beforeAll(
  async () => void (world = await openWorld({ clock, log: { info: note, line: note, warn: note, error: note } })),
);
beforeEach(() => clock.set(START));
afterAll(() => world.close());

/** A link that was mailed to a new person. */
async function mailedLink(changes: Partial<MailLinkRequest> = {}) {
  const member = await addMember(world);
  const request = {
    ...member,
    purpose: "verify",
    language: "en",
    name: "Acme",
    path: "/join/acme",
    ...changes,
  } as const;
  await outside(world, (ctx) => requestMailLink(ctx, request));
  const mail = await newestMailTo(world, member.email);
  if (!mail) throw new Error("no mail came");
  return { member, request, ...mail };
}

const use = (token: string) => outside(world, (ctx) => useMailLink(ctx, token));
const peek = (token: string) => outside(world, (ctx) => peekMailLink(ctx, token));

test("a link leads to its path with a token of 256 bits, and proves who opened it and for which purpose", async () => {
  const { member, link, token } = await mailedLink({ purpose: "attach", joinLinkId: 7, path: "/join/acme?lang=de" });
  expect(link).toBe(`http://localhost:4000/join/acme?lang=de&token=${token}`);
  expect(token).toMatch(/^[\w-]{43}$/);
  const { customerId, userId, email } = member;
  expect(await use(token)).toEqual({ customerId, userId, email, purpose: "attach", joinLinkId: 7 });
});

test("a link can be used once, and of sixteen concurrent uses one succeeds", async () => {
  const { token } = await mailedLink();
  const opened = await Promise.all(Array.from({ length: 16 }, () => use(token)));
  expect(opened.filter((proof) => proof !== undefined)).toHaveLength(1);
  expect([await use(token), await peek(token)]).toEqual([undefined, undefined]);
});

test("looking at a link does not use it up", async () => {
  const { token } = await mailedLink();
  const seen = await peek(token);
  expect(await peek(token)).toEqual(seen);
  expect(await use(token)).toEqual(seen);
});

test("a link that is used in a transaction that fails can be used again", async () => {
  const { token } = await mailedLink();
  const failed = outside(world, async (ctx) => {
    await useMailLink(ctx, token);
    throw new Error("later on");
  });
  await expect(failed).rejects.toThrow("later on");
  expect(await use(token)).toBeDefined();
});

test("a link for one purpose is not used up by another", async () => {
  const { token } = await mailedLink({ purpose: "verify" });
  expect(await outside(world, (ctx) => useMailLink(ctx, token, ["sign_in"]))).toBeUndefined();
  expect(await use(token)).toBeDefined();
});

test.each([
  ["verify", undefined, 24 * HOUR_MS],
  ["attach", undefined, 24 * HOUR_MS],
  ["sign_in", undefined, 15 * MINUTE_MS],
  ["sign_in", "approved", 7 * DAY_MS],
] as const)("a link to %s (%s) works for %i ms by the wall, and not one longer", async (purpose, template, lifeMs) => {
  const { token } = await mailedLink({ purpose, template });
  clock.set(after(START, lifeMs));
  expect([await peek(token), await use(token)]).toEqual([undefined, undefined]);
  clock.set(after(START, lifeMs - 1));
  expect(await use(token)).toBeDefined();
});

test("opening a link verifies the address, and keeps the time of the first verification", async () => {
  const verifiedAt = (userId: number) =>
    world.database.readInstallation((db) =>
      db.selectFrom("users").select("email_verified_at").where("user_id", "=", userId).executeTakeFirst(),
    );
  const { member, request, token } = await mailedLink();
  await world.database.writeInstallation((db) =>
    db.updateTable("users").set({ email_verified_at: null }).where("user_id", "=", member.userId).execute(),
  );
  await peek(token);
  expect(await verifiedAt(member.userId)).toEqual({ email_verified_at: null });
  await use(token);
  clock.set(after(START, MINUTE_MS));
  await outside(world, (ctx) => requestMailLink(ctx, request));
  await use((await newestMailTo(world, member.email))?.token ?? "");
  expect(await verifiedAt(member.userId)).toEqual({ email_verified_at: START });
});

test("invalid tokens are refused", async () => {
  for (const token of ["", "x", "x".repeat(10_000), "' or 1=1 --", "💥"]) expect(await use(token)).toBeUndefined();
});

test("a path that leads elsewhere is refused", async () => {
  for (const path of ["//evil.example/", "https://evil.example/", "\\\\evil.example"])
    await expect(mailedLink({ path }), path).rejects.toThrow("not a path");
});

test("a mailbox cannot be flooded: of many links requested, five are mailed", async () => {
  const { member, request } = await mailedLink();
  for (let i = 0; i < 8; i++) await outside(world, (ctx) => requestMailLink(ctx, request));
  await newestMailTo(world, member.email);
  expect(world.mail.messages.filter(({ to }) => to === member.email)).toHaveLength(5);
  clock.set(after(START, DAY_MS));
  await outside(world, (ctx) => requestMailLink(ctx, request));
  await newestMailTo(world, member.email);
  expect(world.mail.messages.filter(({ to }) => to === member.email)).toHaveLength(6);
});

test("nothing is mailed if the transaction fails", async () => {
  const member = await addMember(world);
  const request = { ...member, purpose: "verify", language: "en", name: "Acme", path: "/" } as const;
  const failed = outside(world, async (ctx) => {
    await requestMailLink(ctx, request);
    throw new Error("later on");
  });
  await expect(failed).rejects.toThrow("later on");
  expect(await newestMailTo(world, member.email)).toBeUndefined();
});

test("a token is in the mail, and nowhere in the database, its jobs or the log", async () => {
  const member = await addMember(world);
  const request = { ...member, purpose: "verify", language: "en", name: "Acme", path: "/" } as const;
  await outside(world, (ctx) => requestMailLink(ctx, request));
  // Both before and after the job, a dump of the database contains nothing that could be used to sign in.
  const before = await everythingStored();
  const token = (await newestMailTo(world, member.email))?.token ?? "";
  expect(token).toHaveLength(43);
  await use(token);
  expect(before).toContain(member.email);
  for (const text of [before, await everythingStored(), logged.join("\n")]) expect(text).not.toContain(token);
});

test("a mail that is sent again has the same Message-ID", async () => {
  const { member } = await mailedLink();
  const sealed = world.host.vault.seal("http://localhost:4000/?token=x", {
    customerId: member.customerId,
    table: "jobs",
    rowId: "0190a1b2-0000-7000-8000-000000000001",
    field: "link",
  });
  const job = {
    customerId: member.customerId,
    mailId: "0190a1b2-0000-7000-8000-000000000001",
    to: member.email,
    template: "verify",
    language: "en",
    name: "Acme",
    lifeMs: HOUR_MS,
    sealedLink: sealed,
  } as const;
  for (let i = 0; i < 2; i++) await perform(sendMail, job, "req_test", world.host);
  const ids = world.mail.messages.filter(({ to }) => to === member.email).map(({ messageId }) => messageId);
  expect(ids.slice(-2)).toEqual(Array(2).fill("<0190a1b2-0000-7000-8000-000000000001@localhost>"));
});

test("expired links are forgotten, and others are not", async () => {
  const [short, long] = [await mailedLink({ purpose: "sign_in" }), await mailedLink()];
  clock.set(after(START, HOUR_MS));
  await world.database.writeInstallation((db) => deleteExpiredLinksOfAllCustomers(db, clock.now()));
  clock.set(START);
  expect(await use(short.token)).toBeUndefined();
  expect(await use(long.token)).toBeDefined();
});

/** Every row of every table, including jobs, as text. */
async function everythingStored(): Promise<string> {
  const client = new pg.Client({ connectionString: world.databaseUrl });
  await client.connect();
  const { rows: tables } = await client.query<{ name: string }>(
    "select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname in ('public', 'jobs')",
  );
  const texts: string[] = [];
  for (const { name } of tables) {
    const { rows } = await client.query<{ text: string }>(`select t::text as text from ${name} t`);
    texts.push(...rows.map(({ text }) => text));
  }
  await client.end();
  return texts.join("\n");
}
