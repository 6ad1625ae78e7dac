import { expect, test } from "vitest";
import { callOf } from "../../../test/seller/fixtures.ts";
import { fromAdcpAccounts, naturalKey, toAdcpAccount } from "./adcp-account.ts";

const { buyer } = callOf();

test.each([
  [{}, { brandDomain: "acmeoutdoor.example", operatorDomain: "pinnacle-agency.example" }],
  [{ operatorDomain: null }, { brandDomain: "acmeoutdoor.example", operatorDomain: "acmeoutdoor.example" }],
  [{ brandDomain: null }, { brandDomain: "pinnacle-agency.example", operatorDomain: "pinnacle-agency.example" }],
  [
    { brandDomain: null, operatorDomain: null, name: "Café & Söhne" },
    { brandDomain: "cafe-sohne.invalid", operatorDomain: "cafe-sohne.invalid" },
  ],
  [{ sandbox: true }, { brandDomain: "acmeoutdoor.example", operatorDomain: "pinnacle-agency.example", sandbox: true }],
])("a buyer always has a natural key: %j", (change, key) => {
  expect(naturalKey({ ...buyer, ...change })).toEqual(key);
});

test("an account is sent as AdCP's reference", () => {
  expect(toAdcpAccount({ accountId: "a" })).toEqual({ account_id: "a" });
  expect(toAdcpAccount(naturalKey(buyer))).toEqual({
    brand: { domain: "acmeoutdoor.example" },
    operator: "pinnacle-agency.example",
  });
});

test("closed and rejected accounts are not used for buying", () => {
  const accounts = [
    { account_id: "a", status: "active" },
    { account_id: "b", status: "closed" },
    { account_id: "c" },
    { name: "nobody" },
  ];
  expect(fromAdcpAccounts(accounts, false)).toEqual(["a", "c"]);
});

test("sandbox accounts and live ones are never mixed, whatever the request to the seller was", () => {
  const accounts = [
    { account_id: "live", sandbox: false },
    { account_id: "test", sandbox: true },
    { account_id: "silent" },
  ];
  expect(fromAdcpAccounts(accounts, true)).toEqual(["test"]);
  expect(fromAdcpAccounts(accounts, false)).toEqual(["live", "silent"]);
});
