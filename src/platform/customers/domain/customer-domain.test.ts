import { afterAll, beforeAll, expect, test } from "vitest";
import { doJobs } from "../../../../test/jobs.ts";
import { type Caller, openWorld, type World } from "../../../../test/world.ts";

let world: World;
beforeAll(async () => void (world = await openWorld()));
afterAll(() => world.close());

const setDomain = (caller: Caller, customerDomain: string, customerId = caller.customerId) =>
  caller.patch(`/accounts/${customerId}/domain`, { customerDomain });
const domainOf = async (caller: Caller) => (await caller.get("/accounts/current")).data.customerDomain;

test("an organisation can choose a domain at which a member has an address, and no other", async () => {
  const buyer = await world.caller("BUYER");
  expect(await setDomain(buyer, "https://www.Example.org/about")).toMatchObject({
    status: 200,
    data: { id: buyer.customerId, customerDomain: "example.org", customerDomainApproved: true },
  });
  expect(await setDomain(buyer, "agency.example")).toMatchObject({
    status: 403,
    error: { code: "ACCESS_DENIED", field: "customerDomain" },
  });
  expect(await domainOf(buyer)).toBe("example.org");
});

test("an unverified address, or one at a public mail provider, proves no domain", async () => {
  const [unverified, everybody] = [await world.caller("BUYER"), await world.caller("BUYER")];
  const change = ({ customerId }: Caller, columns: { email?: string; email_verified_at?: null }) =>
    world.database.writeInstallation((db) =>
      db
        .updateTable("users")
        .set(columns)
        .where("user_id", "in", (members) =>
          members.selectFrom("members").select("user_id").where("customer_id", "=", customerId),
        )
        .execute(),
    );
  await change(unverified, { email_verified_at: null });
  await change(everybody, { email: "somebody@gmail.com" });
  expect(await setDomain(unverified, "example.org")).toMatchObject({ status: 403 });
  expect(await setDomain(everybody, "gmail.com")).toMatchObject({ status: 403 });
});

test("the installation's operator confirms any organisation's domain; nobody else decides for another", async () => {
  const operator = await world.caller("OPERATOR");
  const [buyer, other] = [await world.caller("BUYER"), await world.caller("BUYER")];
  expect(await setDomain(operator, "agency.example", buyer.customerId)).toMatchObject({ status: 200 });
  expect(await domainOf(buyer)).toBe("agency.example");
  const [foreign, missing] = [
    await setDomain(other, "example.org", buyer.customerId),
    await setDomain(other, "example.org", 999_999_999),
  ];
  expect(foreign).toMatchObject({ status: 404, error: { code: "NOT_FOUND" } });
  expect(missing.error?.message).toBe(foreign.error?.message.replace(String(buyer.customerId), "999999999"));
});

test("a storefront's operator domain is verified while it is its organisation's own", async () => {
  const [operator, seller] = [await world.caller("OPERATOR"), await world.caller("SELLER")];
  await seller.post("/storefront", { name: "Shop", operatorDomain: "shop.example" });
  const isVerified = async () => (await seller.get("/storefront")).data.operatorDomainVerified;
  expect(await isVerified()).toBe(false);
  await setDomain(operator, "shop.example", seller.customerId);
  await doJobs(world);
  expect(await isVerified()).toBe(true);
  await setDomain(operator, "another.example", seller.customerId);
  await doJobs(world);
  expect(await isVerified()).toBe(false);
});
