import { afterAll, beforeAll, expect, test } from "vitest";
import { openWorld, type World } from "../../../test/world.ts";
import { type Host, join, openHost } from "./joining.fixture.ts";

let world: World;
let host: Host;
beforeAll(async () => {
  world = await openWorld();
  host = await openHost(world);
});
afterAll(() => world.close());

test("a link is created with the contract's defaults, and a slug from the storefront's name", async () => {
  const { status, data } = await host.mint();
  expect(status).toBe(201);
  expect(data).toEqual({
    id: expect.stringMatching(/^[1-9]\d*$/),
    slug: host.name.toLowerCase().replaceAll(" ", "-"),
    joinPath: `/join/${data.slug}`,
    sellerCustomerId: host.seller.customerId,
    storefrontId: host.storefrontId,
    role: "BUYER",
    posture: "prepay",
    approvalPolicy: "manual_approve",
    active: true,
    uses: 0,
    maxUses: null,
    expiresAt: null,
    revokedAt: null,
    createdAt: expect.any(String),
    updatedAt: data.createdAt,
  });
});

test("a link is created as requested, by a storefront's number or its numeric string", async () => {
  const asked = {
    storefrontId: String(host.storefrontId),
    approvalPolicy: "invite_only",
    slug: "spring-2027",
    expiresAt: "2099-01-01T00:00:00+02:00",
    maxUses: 3,
  };
  expect(await host.mint(asked)).toMatchObject({
    status: 201,
    data: { ...asked, storefrontId: host.storefrontId, expiresAt: "2098-12-31T22:00:00.000Z" },
  });
});

test.each([
  ["storefrontId", { storefrontId: 0 }],
  ["slug", { slug: "x" }],
  ["slug", { slug: "x".repeat(65) }],
  ["slug", { slug: "Capital" }],
  ["slug", { slug: "under_score" }],
  ["approvalPolicy", { approvalPolicy: "AUTO_APPROVE" }],
  ["expiresAt", { expiresAt: "tomorrow" }],
  ["expiresAt", { expiresAt: "2020-01-01T00:00:00Z" }],
  ["maxUses", { maxUses: 0 }],
  ["maxUses", { maxUses: 1.5 }],
  ["maxUses", { maxUses: 3_000_000_000 }],
])("a bad %s is refused", async (field, body) => {
  expect(await host.mint(body)).toMatchObject({ status: 400, error: { code: "VALIDATION_ERROR", field } });
});

test("an active slug is a conflict for every seller, even concurrently, and free again once its link is disabled", async () => {
  const other = await openHost(world);
  const both = await Promise.all([host.mint({ slug: "contested" }), other.mint({ slug: "contested" })]);
  expect(both.map(({ status }) => status).sort((a, b) => a - b)).toEqual([201, 409]);
  const winner = both.findIndex(({ status }) => status === 201);
  expect(both[1 - winner]?.error).toMatchObject({ code: "CONFLICT", field: "slug" });
  const owner = winner === 0 ? host : other;
  await owner.seller.delete(`/storefront/join-links/${both[winner]?.data.id}`);
  expect((await host.mint({ slug: "contested" })).status).toBe(201);
});

test("derived slugs are unique, however many are created concurrently", async () => {
  const { mint } = await openHost(world);
  const minted = await Promise.all(Array.from({ length: 4 }, () => mint()));
  expect(minted.map(({ status }) => status)).toEqual([201, 201, 201, 201]);
  expect(new Set(minted.map(({ data }) => data.slug)).size).toBe(4);
});

test("another seller's storefront is refused, and a missing one is not found", async () => {
  const other = await openHost(world);
  expect(await host.mint({ storefrontId: other.storefrontId })).toMatchObject({
    status: 403,
    error: { code: "ACCESS_DENIED" },
  });
  expect(await host.mint({ storefrontId: 999_999_999 })).toMatchObject({ status: 404, error: { code: "NOT_FOUND" } });
});

test("an archived storefront creates no links", async () => {
  const { seller, mint } = await openHost(world);
  await seller.post("/storefront/archive");
  expect(await mint()).toMatchObject({ status: 400, error: { code: "INVALID_STATE" } });
});

test("active links are listed, newest first; a disabled one is no longer listed and admits nobody", async () => {
  const { seller, mint } = await openHost(world);
  const [first, second, used] = [await mint(), await mint(), await mint({ maxUses: 1, approvalPolicy: "closed" })];
  expect((await seller.get("/storefront/join-links")).data).toEqual({
    items: [used.data, second.data, first.data],
    total: 3,
  });
  const disabled = await seller.delete(`/storefront/join-links/${first.data.id}`);
  expect(disabled).toMatchObject({ status: 200, data: { disabled: true, id: first.data.id } });
  expect((await seller.get("/storefront/join-links")).data.total).toBe(2);
  expect((await join(world, first.data.slug)).status).toBe(409);
});

test("a link is disabled once, by its own seller, by its number", async () => {
  const { data } = await host.mint();
  const other = await openHost(world);
  const disable = ({ seller }: Host, id: string) => seller.delete(`/storefront/join-links/${id}`);
  for (const id of ["abc", "0", "-1", "1.5"])
    expect(await disable(host, id)).toMatchObject({ status: 400, error: { code: "VALIDATION_ERROR" } });
  expect((await disable(other, data.id)).status).toBe(404);
  expect((await disable(host, data.id)).status).toBe(200);
  expect((await disable(host, data.id)).status).toBe(404);
});
