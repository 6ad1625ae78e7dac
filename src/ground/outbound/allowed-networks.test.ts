import { expect, test } from "vitest";
import { isCidr, isInNetworks } from "./allowed-networks.ts";
import { checkedLookup } from "./checked-lookup.ts";
import { complaintOf } from "./destination.ts";

const NETWORKS = ["10.20.0.0/16", "fd12:3456::/32", "0.0.0.0/0"];

test.each(["10.20.3.4", "::ffff:10.20.3.4", "fd12:3456::1"])("%s is in one of the listed networks", (address) => {
  expect(isInNetworks(address, NETWORKS)).toBe(true);
  expect(isInNetworks(address, [])).toBe(false);
});

test.each(["127.0.0.1", "169.254.169.254", "168.63.129.16", "100.100.100.200", "::1", "fe80::1", "no address"])(
  "%s is opened by no setting",
  (address) => expect(isInNetworks(address, [...NETWORKS, "::/0"])).toBe(false),
);

test("a text that is not a network in CIDR notation contains no address", () => {
  expect([isCidr("10.0.0.0/8"), isCidr("10.0.0.1"), isCidr("inside")]).toEqual([true, false, false]);
});

test("a private address is refused with advice, and called once its network is listed", async () => {
  const allowance = { allowLoopback: false };
  const url = new URL("https://10.20.3.4/mcp");
  expect(complaintOf(url, allowance)?.message).toMatch(/public address.*OUTBOUND_NETWORKS/);
  expect(complaintOf(url, { ...allowance, allowedNetworks: ["10.20.0.0/16"] })).toBeUndefined();
  expect(complaintOf(url, { ...allowance, allowedNetworks: ["10.30.0.0/16"] })).toBeDefined();
  const clear = new URL("http://10.20.3.4/mcp");
  expect(complaintOf(clear, { ...allowance, allowedNetworks: ["10.20.0.0/16"] })?.message).toContain("https://");
});

test("an internal name is called if all its addresses are in a listed network", async () => {
  const resolve = async () => [{ address: "10.20.3.4", family: 4 }];
  const looked = (allowedNetworks: readonly string[]) =>
    new Promise((done) =>
      checkedLookup(resolve, { allowLoopback: false, allowedNetworks })(
        "ads.internal",
        { all: false },
        (error, found) => done(error ? error.message : found),
      ),
    );
  expect(await looked(["10.20.0.0/16"])).toBe("10.20.3.4");
  expect(await looked([])).toMatch(/does not lead to a public address/);
});
