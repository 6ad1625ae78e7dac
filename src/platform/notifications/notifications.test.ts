import { afterAll, beforeAll, expect, test } from "vitest";
import { type Caller, openWorld, type World } from "../../../test/world.ts";
import { inTransaction } from "../../ground/kernel/perform.ts";
import { joinAs, openHost } from "../../supply/join-links/joining.fixture.ts";
import { issueMembersFirstKey } from "../api-keys/index.ts";
import { insertMemberOfInstallation } from "../customers/index.ts";
import { type Notice, notify } from "./index.ts";
import { previewOf } from "./notification.ts";

let world: World;
beforeAll(async () => void (world = await openWorld()));
afterAll(() => world.close());

const NOTICE: Notice = {
  type: "media_buy.input_required",
  resourceType: "MEDIA_BUY",
  resourceId: "mb_1",
  campaignId: "cmp_1",
  message: "Spring: its seller asks for creatives; give it creatives",
};

async function tell({ customerId }: Caller, notice: Partial<Notice> = {}): Promise<void> {
  const viewer = await world.host.viewerOf(customerId);
  if (!viewer) throw new Error("there is no such organisation");
  await inTransaction(world.host, viewer, "req_test", "write", (ctx) => notify(ctx, { ...NOTICE, ...notice }));
}

async function colleagueOf({ customerId }: Caller): Promise<Caller> {
  const { random, vault, clock } = world.host;
  const now = clock.now();
  const key = await world.database.writeInstallation(async (db) => {
    const userId = await insertMemberOfInstallation(db, customerId, `bob.${customerId}@brand.example`, "MEMBER", now);
    return issueMembersFirstKey({ db, random, vault, now }, { customerId, userId });
  });
  return world.holder(customerId, key);
}

const list = async (caller: Caller, query = "") => (await caller.get(`/buyer/notifications${query}`)).data;

test("a notification says what happened, to which resource, and how urgent it is", async () => {
  const buyer = await world.caller("BUYER");
  await tell(buyer);
  expect(await list(buyer)).toEqual({
    notifications: [
      {
        id: expect.stringMatching(/^ntf_/),
        type: "media_buy.updated",
        event: "media_buy.input_required",
        status: "warning",
        read: false,
        acknowledged: false,
        messagePreview: NOTICE.message,
        message: NOTICE.message,
        resourceType: "MEDIA_BUY",
        resourceId: "mb_1",
        campaignId: "cmp_1",
        actionUrl: null,
        createdAt: expect.any(String),
      },
    ],
    totalCount: 1,
    unreadCount: 1,
    hasMore: false,
  });
});

test("each person reads for themselves, and one acknowledges for all", async () => {
  const buyer = await world.caller("BUYER");
  const colleague = await colleagueOf(buyer);
  await tell(buyer);
  const [{ id }] = (await list(buyer)).notifications;
  const read = await buyer.post(`/notifications/${id}/read`);
  expect(read.data).toEqual({ success: true, notificationId: id });
  expect(await list(buyer)).toMatchObject({ unreadCount: 0, notifications: [{ read: true }] });
  expect(await list(colleague)).toMatchObject({ unreadCount: 1, notifications: [{ read: false }] });
  expect((await colleague.post(`/buyer/notifications/${id}/acknowledge`)).status).toBe(200);
  for (const caller of [buyer, colleague])
    expect(await list(caller)).toMatchObject({ unreadCount: 0, notifications: [{ read: true, acknowledged: true }] });
});

test("all are marked as read together, for the caller and nobody else", async () => {
  const buyer = await world.caller("BUYER");
  const colleague = await colleagueOf(buyer);
  for (const resourceId of ["mb_1", "mb_2", "mb_3"]) await tell(buyer, { resourceId });
  const { id } = (await list(buyer)).notifications[0];
  await buyer.post(`/notifications/${id}/read`);
  expect((await buyer.post("/notifications/read-all")).data).toEqual({ success: true, count: 2 });
  expect((await list(buyer)).unreadCount).toBe(0);
  expect((await list(colleague)).unreadCount).toBe(3);
});

test("every filter narrows the list, newest first, and the total includes other pages", async () => {
  const buyer = await world.caller("BUYER");
  await tell(buyer, { resourceId: "mb_1" });
  await tell(buyer, { resourceId: "mb_2", campaignId: "cmp_2", type: "media_buy.approved" });
  await tell(buyer, { type: "storefront.hidden", resourceType: "CAMPAIGN", resourceId: "cmp_1" });
  const seen = async (query: string) =>
    (await list(buyer, query)).notifications.map(({ resourceId }: { resourceId: string }) => resourceId);
  expect(await seen("")).toEqual(["cmp_1", "mb_2", "mb_1"]);
  expect(await seen("?types=media_buy.approved,media_buy.input_required")).toEqual(["mb_2", "mb_1"]);
  expect(await seen("?types=learning_cycle.failed")).toEqual([]);
  expect(await seen("?status=success")).toEqual(["mb_2"]);
  expect(await seen("?campaignId=cmp_1")).toEqual(["cmp_1", "mb_1"]);
  expect(await seen("?creativeId=cre_1")).toEqual([]);
  const [{ id }] = (await list(buyer)).notifications;
  await buyer.post(`/notifications/${id}/read`);
  for (const query of ["?unreadOnly=true", "?unread=1"]) expect(await seen(query)).toEqual(["mb_2", "mb_1"]);
  expect(await list(buyer, "?limit=1&offset=1&unreadOnly=true")).toMatchObject({
    notifications: [{ resourceId: "mb_1" }],
    totalCount: 2,
    unreadCount: 2,
    hasMore: false,
  });
  expect((await buyer.get("/notifications?limit=101")).error?.field).toBe("limit");
});

test("another organisation's notification reads like a missing one", async () => {
  const [mine, theirs] = [await world.caller("BUYER"), await world.caller("BUYER")];
  await tell(theirs);
  const [{ id }] = (await list(theirs)).notifications;
  for (const act of ["read", "acknowledge"]) expect((await mine.post(`/notifications/${id}/${act}`)).status).toBe(404);
  expect(await list(mine)).toMatchObject({ notifications: [], totalCount: 0 });
  expect((await list(theirs)).unreadCount).toBe(1);
});

test("a preview is never longer than two hundred characters, and splits no character", () => {
  expect(previewOf("💥".repeat(200))).toBe("💥".repeat(200));
  expect(previewOf("💥".repeat(201))).toBe(`${"💥".repeat(199)}…`);
});

test("a seller is notified of a buyer that waits for approval, but not of buyers who are admitted immediately", async () => {
  const { seller, mint } = await openHost(world);
  const [waiting, open] = [
    await mint({ approvalPolicy: "manual_approve" }),
    await mint({ approvalPolicy: "auto_approve" }),
  ];
  await joinAs(world, open.data.slug);
  const { email, customerId } = await joinAs(world, waiting.data.slug);
  expect((await seller.get("/storefront/notifications")).data.notifications).toMatchObject([
    {
      event: "sponsored_buyer.approval_requested",
      resourceId: String(customerId),
      message: expect.stringContaining(email),
    },
  ]);
});

test("a seller is notified that its storefront was listed and hidden", async () => {
  const [operator, seller] = [await world.caller("OPERATOR"), await world.caller("SELLER")];
  const home = { name: "Shop", defaultCurrency: "USD" };
  const { storefrontId } = (await seller.post("/storefront", home)).data;
  await operator.post(`/operator/storefronts/${storefrontId}/list`);
  await operator.post(`/operator/storefronts/${storefrontId}/hide`, { reason: "its prices are wrong" });
  const { notifications } = (await seller.get("/storefront/notifications")).data;
  expect(notifications).toMatchObject([
    { event: "storefront.hidden", status: "warning", message: expect.stringContaining("its prices are wrong") },
    { event: "storefront.listed", status: "success", resourceId: String(storefrontId) },
  ]);
});
