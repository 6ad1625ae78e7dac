import { describe, expect, test } from "vitest";
import type { Product } from "../port.ts";
import { product } from "../product.fixture.ts";
import { isOn, propertyListOf } from "./property-list.ts";

const LIST = propertyListOf([
  { type: "domain", value: "Example.com" },
  { type: "subdomain", value: "news.paper.example" },
  { type: "domain", value: "*.network.example" },
  { type: "ios_bundle", value: "meridian_app" },
  { type: "roku_store_id", value: "4711" },
]);

type Selection = Product["publisherProperties"][number];
const from = (publisherDomain: string, more: Partial<Selection> = {}): Selection => ({
  publisherDomain,
  selectionType: "all",
  propertyIds: [],
  ...more,
});
const selling = (...publisherProperties: Selection[]) => product("p", { publisherProperties });

describe("a product is on a list", () => {
  test.each([
    ["its publisher", "example.com"],
    ["its publisher in capitals", "EXAMPLE.com"],
    ["its publisher's www", "www.example.com"],
    ["its publisher's m", "m.example.com"],
    ["a subdomain that stands on it", "news.paper.example"],
    ["what is below a wildcard", "a.network.example"],
    ["what is far below a wildcard", "a.b.network.example"],
  ])("by %s", (_, domain) => expect(isOn(LIST, selling(from(domain)))).toBe(true));

  test.each([
    ["another publisher", "other.example"],
    ["a subdomain of a domain without a wildcard", "edition.example.com"],
    ["the domain of which one subdomain is listed", "paper.example"],
    ["the domain above a wildcard", "network.example"],
    ["a domain that only ends alike", "notexample.com"],
    ["an identifier that is no domain", "4711"],
  ])("not by %s", (_, domain) => expect(isOn(LIST, selling(from(domain)))).toBe(false));

  test("by the identifiers of its own properties if it names all of them, whoever publishes them", () => {
    const byId = (...propertyIds: string[]) => selling(from("other.example", { selectionType: "by_id", propertyIds }));
    expect(isOn(LIST, byId("meridian_app"))).toBe(true);
    expect(isOn(LIST, byId("meridian_app", "4711"))).toBe(true);
    expect(isOn(LIST, byId("meridian_app", "unlisted"))).toBe(false);
    expect(isOn(LIST, byId())).toBe(false);
  });

  test("with everything that it sells or not at all, because it is sold as a whole", () => {
    expect(isOn(LIST, selling(from("example.com"), from("a.network.example")))).toBe(true);
    expect(isOn(LIST, selling(from("example.com"), from("other.example")))).toBe(false);
  });

  test("only if it says what it sells", () => expect(isOn(LIST, selling())).toBe(false));
});
