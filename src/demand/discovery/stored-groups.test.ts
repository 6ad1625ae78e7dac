import { expect, test } from "vitest";
import type { Product } from "../../ground/seller-agent/index.ts";
import { product } from "./discovery.fixture.ts";
import type { ProductGroup } from "./discovery.ts";
import { fromStoredGroup, type StoredGroup, toStoredGroup, withSharedParts } from "./stored-groups.ts";

const formatIds = (id: string) => [{ agentUrl: "https://formats.example", id }];
const formatOptions = [{ formatKind: "video_hosted", written: { params: { duration_ms_range: [14_500, 15_500] } } }];
const publisherProperties = [{ publisherDomain: "sports.example", selectionType: "all", propertyIds: [] }];

/** As they are read from a seller's answer: nothing in one product is the same object as in another. */
function answered(): Product[] {
  const offered = [
    product("first", { formatIds: formatIds("wide"), formatOptions, publisherProperties }),
    product("second", { formatIds: formatIds("tall"), formatOptions, publisherProperties }),
    product("third", { formatIds: formatIds("wide"), publisherProperties }),
  ];
  return JSON.parse(JSON.stringify(offered)) as Product[];
}

function groupOf(products: readonly Product[]): ProductGroup {
  const seller = { salesAgentId: "shop", salesAgentName: "Shop", storefrontId: 9 };
  const found = products.map((one, index) => ({ product: one, relevance: null, rank: index + 1 }));
  return { ...seller, groupId: "group-0", groupName: "Shop", products: found };
}

function throughJson(stored: StoredGroup): StoredGroup {
  return JSON.parse(JSON.stringify(stored)) as StoredGroup;
}

test("what products of a seller have in common is stored once, and read in each of them", () => {
  const products = answered();
  const stored = throughJson(toStoredGroup(groupOf(withSharedParts(products))));
  expect(stored.shared).toEqual({
    formatIds: [formatIds("wide"), formatIds("tall")],
    formatOptions: [formatOptions],
    publisherProperties: [publisherProperties],
  });
  expect(stored.products.map((one) => one.product.formatIds)).toEqual([0, 1, 0]);
  expect(fromStoredGroup(stored)).toEqual(groupOf(products));
  expect(Object.keys(fromStoredGroup(stored).products[2]?.product ?? {})).not.toContain("formatOptions");
});

test("products whose parts are known by nobody to be equal are stored as they are", () => {
  expect(fromStoredGroup(throughJson(toStoredGroup(groupOf(answered()))))).toEqual(groupOf(answered()));
});

test("a session that was stored when each product had everything is read as it was", () => {
  const group = groupOf(answered());
  expect(fromStoredGroup(JSON.parse(JSON.stringify(group)) as StoredGroup)).toEqual(group);
});
