import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { openWorld, type World } from "../../../../test/world.ts";
import { after, DAY_MS, frozenClock, HOUR_MS, MINUTE_MS } from "../../../ground/kernel/clock.ts";
import { addMember, outside } from "../sign-in.fixture.ts";
import { endSession, findSession, openSession, openSessions } from "./index.ts";
import { deleteEndedSessionsOfAllCustomers } from "./store.ts";

const START = new Date("2026-11-21T09:00:00.000Z");
const clock = frozenClock(START);
let world: World;
beforeAll(async () => void (world = await openWorld({ clock })));
beforeEach(() => clock.set(START));
afterAll(() => world.close());

async function signedIn() {
  const member = await addMember(world);
  return { member, ...(await outside(world, (ctx) => openSession(ctx, member))) };
}

const find = (cookie: string) => outside(world, (ctx) => findSession(ctx, cookie));

test("a session acts as its member, like an API key", async () => {
  const { member, cookie, sessionId } = await signedIn();
  expect(cookie).toMatch(/^[\w-]{43}$/);
  expect(await find(cookie)).toEqual({
    sessionId,
    customerId: member.customerId,
    customerKind: "BUYER",
    userId: member.userId,
    email: member.email,
    role: "ADMIN",
    readOnly: false,
    termsAccepted: false,
    clockOffsetMs: 0,
    sandbox: false,
  });
});

/** Uses the session at each of these times. */
async function useAt(cookie: string, times: readonly number[]): Promise<void> {
  for (const ms of times) {
    clock.set(after(START, ms));
    await openSessions(world.host).holderOf(cookie, null);
  }
}

test("a session that is not used for twelve hours ends, and not a moment sooner", async () => {
  const { cookie } = await signedIn();
  clock.set(after(START, 12 * HOUR_MS - 1));
  expect(await find(cookie)).toBeDefined();
  clock.set(after(START, 12 * HOUR_MS));
  expect(await find(cookie)).toBeUndefined();
});

test("a session that is used continues, and lasts thirty days and no longer", async () => {
  const { cookie } = await signedIn();
  const everyTenHours = Array.from({ length: 71 }, (_, i) => (i + 1) * 10 * HOUR_MS);
  await useAt(cookie, everyTenHours);
  clock.set(after(START, 30 * DAY_MS - 1));
  expect(await find(cookie)).toBeDefined();
  clock.set(after(START, 30 * DAY_MS));
  expect(await find(cookie)).toBeUndefined();
});

test("the last use of a session is stored every five minutes rather than at each use", async () => {
  const { cookie, sessionId } = await signedIn();
  const seenAt = () =>
    world.database.readInstallation(async (db) => {
      const row = await db
        .selectFrom("sessions")
        .select("last_seen_at")
        .where("session_id", "=", sessionId)
        .executeTakeFirst();
      return row?.last_seen_at;
    });
  await useAt(cookie, [MINUTE_MS, 5 * MINUTE_MS - 1]);
  expect(await seenAt()).toEqual(START);
  await useAt(cookie, [5 * MINUTE_MS]);
  expect(await seenAt()).toEqual(after(START, 5 * MINUTE_MS));
});

test("signing in again with the same browser creates a new session, and ends the old one", async () => {
  const { member, cookie } = await signedIn();
  const again = await outside(world, (ctx) => openSession(ctx, member, { method: "mail_link", replaces: cookie }));
  expect(again.cookie).not.toBe(cookie);
  expect(await find(cookie)).toBeUndefined();
  expect(await find(again.cookie)).toBeDefined();
});

test("a session that was ended is invalid, and the member's others continue", async () => {
  const { member, cookie } = await signedIn();
  const other = await outside(world, (ctx) => openSession(ctx, member));
  await outside(world, (ctx) => endSession(ctx, cookie));
  expect(await find(cookie)).toBeUndefined();
  expect(await find(other.cookie)).toBeDefined();
});

test("a former member has no session", async () => {
  const { member, cookie } = await signedIn();
  await world.database.writeInstallation((db) =>
    db.deleteFrom("members").where("customer_id", "=", member.customerId).execute(),
  );
  expect(await find(cookie)).toBeUndefined();
});

test("the stored part of a session cannot be used as one", async () => {
  const { member, cookie } = await signedIn();
  const stored = await world.database.readInstallation((db) =>
    db.selectFrom("sessions").selectAll().where("customer_id", "=", member.customerId).executeTakeFirstOrThrow(),
  );
  expect(JSON.stringify(stored)).not.toContain(cookie);
  expect(await find(stored.session_hash)).toBeUndefined();
  for (const nonsense of ["", "x", "x".repeat(10_000)]) expect(await find(nonsense)).toBeUndefined();
});

test("ended and expired sessions are forgotten, and others are not", async () => {
  const [ended, going] = [await signedIn(), await signedIn()];
  await outside(world, (ctx) => endSession(ctx, ended.cookie));
  await world.database.writeInstallation((db) => deleteEndedSessionsOfAllCustomers(db, clock.now()));
  const left = await world.database.readInstallation((db) => db.selectFrom("sessions").select("user_id").execute());
  const users = left.map(({ user_id }) => user_id);
  expect(users).not.toContain(ended.member.userId);
  expect(users).toContain(going.member.userId);
});
