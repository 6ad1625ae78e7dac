import { expect, test } from "vitest";
import { RateLimited } from "../kernel/errors.ts";
import { FairQueue, openShares, type ReleaseTurn } from "./index.ts";

/** Gives the waiting turns a chance to be notified. */
const settle = () => new Promise((done) => void setImmediate(done));

test("a tenant that requests a hundred turns first makes another tenant wait for at most one of them", async () => {
  const queue = new FairQueue({ atOnce: 1, perTenant: 1 });
  const served: string[] = [];
  const work = async (tenant: string) => {
    const leave = await queue.enter(tenant);
    served.push(tenant);
    await settle();
    leave();
  };
  await Promise.all([...Array.from({ length: 100 }, () => work("busy")), work("other"), work("third")]);
  expect(served.indexOf("other")).toBeLessThanOrEqual(2);
  expect(served.indexOf("third")).toBeLessThanOrEqual(3);
  expect(served).toHaveLength(102);
});

test("no tenant has every turn, whether others ask or not", async () => {
  const queue = new FairQueue({ atOnce: 4, perTenant: 3 });
  for (let index = 0; index < 10; index++) void queue.enter("busy");
  expect(queue.standing()).toEqual({ running: 3, waiting: 7 });
  expect(queue.waitingOf("busy")).toBe(7);
  await queue.enter("other");
  expect(queue.standing()).toEqual({ running: 4, waiting: 7 });
});

test("a turn that weighs three counts as three", async () => {
  const queue = new FairQueue({ atOnce: 1, perTenant: 1 });
  const served: string[] = [];
  const ask = async (tenant: string, weight: number) => {
    const leave = await queue.enter(tenant, weight);
    served.push(tenant);
    await settle();
    leave();
  };
  await Promise.all([
    ...Array.from({ length: 8 }, () => ask("heavy", 3)),
    ...Array.from({ length: 24 }, () => ask("light", 1)),
  ]);
  expect(served.slice(0, 16).filter((tenant) => tenant === "light").length).toBeGreaterThanOrEqual(11);
});

test("a turn that is ended twice makes room for one", async () => {
  const queue = new FairQueue({ atOnce: 1, perTenant: 1 });
  const first = await queue.enter("a");
  const begun: ReleaseTurn[] = [];
  for (const tenant of ["b", "c"]) void Promise.resolve(queue.enter(tenant)).then((leave) => begun.push(leave));
  first();
  first();
  await settle();
  expect([begun.length, queue.standing()]).toEqual([1, { running: 1, waiting: 1 }]);
});

test("an organisation with too many waiting requests has to retry later, and nobody else does", async () => {
  const shares = openShares({ atOnce: 1, perOrganisation: 1 });
  let finish = (): void => undefined;
  const held = new Promise<void>((done) => void (finish = done));
  const asked = Array.from({ length: 101 }, () => shares.run("discovery", "busy", () => held));
  await expect(shares.run("sync", "busy", async () => "late")).rejects.toBeInstanceOf(RateLimited);
  const other = shares.run("sync", "other", async () => "in turn");
  expect(await shares.run("agent", "busy", async () => "another lane")).toBe("another lane");
  finish();
  expect(await other).toBe("in turn");
  await Promise.all(asked);
  expect(shares.standings()).toEqual([
    { lane: "calls", running: 0, waiting: 0 },
    { lane: "agents", running: 0, waiting: 0 },
    { lane: "files", running: 0, waiting: 0 },
  ]);
});
