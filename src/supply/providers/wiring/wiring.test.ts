import { afterAll, beforeAll, expect, test } from "vitest";
import { type Caller, openWorld, type World } from "../../../../test/world.ts";
import { ok, wire } from "../providers.fixture.ts";

let world: World;
beforeAll(async () => void (world = await openWorld()));
afterAll(() => world.close());

const connectionsOf = async (caller: Caller, side: "buyer" | "storefront", storefrontId: number) =>
  ok(await caller.get(`/${side}/storefront-connections?storefrontId=${storefrontId}`)).items;

test("the platform and who connects it are as the seller chose, for the seller and for its buyers", async () => {
  const buyer = await world.caller("BUYER", { sandbox: true });
  const [own, theirs] = [await wire(world, "snap", "operator"), await wire(world, "snap", "buyer")];
  const stand = async ({ seller, storefrontId }: typeof own) => {
    const { adapterProviderType, adapterCredentialMode } = ok(await seller.get("/storefront"));
    const asked = await buyer.post(`/buyer/storefronts/${storefrontId}/connection`);
    const mine = await connectionsOf(seller, "storefront", storefrontId);
    return { adapterProviderType, adapterCredentialMode, sellers: mine.length, buyers: asked.status };
  };
  expect(await stand(own)).toEqual({
    adapterProviderType: "snap",
    adapterCredentialMode: null,
    sellers: 1,
    buyers: 404,
  });
  expect((await connectionsOf(own.seller, "storefront", own.storefrontId))[0].storefront.providerType).toBe("snap");
  expect(await stand(theirs)).toMatchObject({ adapterCredentialMode: "BYOK", sellers: 0 });
});

test("a storefront keeps its platform and its owner, and an unknown platform is refused by its field", async () => {
  const { seller } = await wire(world, "snap", "operator");
  const set = (body: Record<string, unknown>) => seller.put("/storefront/adapter", body);
  expect(await set({ providerType: "snap", ownerKind: "operator" })).toMatchObject({
    status: 200,
    data: { providerType: "snap", ownerKind: "operator" },
  });
  expect(await set({ providerType: "snap", ownerKind: "buyer" })).toMatchObject({
    status: 409,
    error: { field: "ownerKind" },
  });
  expect(await set({ providerType: "nowhere" })).toMatchObject({ status: 400, error: { field: "providerType" } });
  expect(ok(await seller.get("/storefront")).adapterCredentialMode).toBeNull();
});
