import { expect, test } from "vitest";
import { answered, cancelled, closedReason, type LinkedParty, type LinkStatus, type StorefrontLink } from "./link.ts";

const party = (customerId: number, name: string): LinkedParty => ({
  customerId,
  storefrontId: customerId,
  platformId: name.toLowerCase(),
  name,
  publisherDomain: null,
  operatorDomain: null,
});
const AT = new Date("2026-03-01T00:00:00Z");

function linkThatIs(status: LinkStatus): StorefrontLink {
  const asked = { linkId: 7, inventorySourceId: 1, requestMessage: null, requestedAt: AT };
  const unanswered = { responseMessage: null, respondedAt: null, cancelledAt: null, cancelledBy: null };
  return { ...asked, ...unanswered, buyer: party(1, "Reseller"), seller: party(2, "Maker"), status };
}

test("a request is approved or rejected once, with a message and a time", () => {
  const said = { responseMessage: "welcome", respondedAt: AT };
  expect(answered(linkThatIs("PENDING"), "approve", "welcome", AT)).toMatchObject({ status: "ACTIVE", ...said });
  expect(answered(linkThatIs("PENDING"), "reject", "welcome", AT)).toMatchObject({ status: "REJECTED", ...said });
});

test.each(["PENDING", "ACTIVE"] as const)("either side ends a link that is %s", (status) => {
  for (const by of ["BUYER", "SELLER"] as const) {
    const ended = { status: "CANCELLED", cancelledBy: by, cancelledAt: AT };
    expect(cancelled(linkThatIs(status), by, AT)).toMatchObject(ended);
  }
});

test.each(["ACTIVE", "REJECTED", "CANCELLED"] as const)("a link that is %s is not answered again", (status) => {
  for (const verdict of ["approve", "reject"] as const)
    expect(() => answered(linkThatIs(status), verdict, null, AT)).toThrow(`it is ${status}`);
});

test.each(["REJECTED", "CANCELLED"] as const)("a link that is %s is not ended again", (status) => {
  expect(() => cancelled(linkThatIs(status), "BUYER", AT)).toThrow(`it is ${status}`);
});

test("a buyer is told why the link is closed, by name", () => {
  const reasons = [
    linkThatIs("ACTIVE"),
    linkThatIs("PENDING"),
    { ...linkThatIs("REJECTED"), responseMessage: "not now" },
    cancelled(linkThatIs("ACTIVE"), "SELLER", AT),
    cancelled(linkThatIs("ACTIVE"), "BUYER", AT),
  ].map(closedReason);
  expect(reasons).toEqual([
    null,
    "Maker has not approved the link yet",
    "Maker has rejected the link: not now",
    "Maker has cancelled the link",
    "you have cancelled the link",
  ]);
});
