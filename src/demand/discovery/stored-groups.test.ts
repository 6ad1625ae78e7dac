import { expect, test } from "vitest";
import type { Product } from "../../ground/seller-agent/index.ts";
import { product } from "./discovery.fixture.ts";
import type { ProductGroup } from "./discovery.ts";
import {
  fromStoredGroup,
  packGroups,
  type StoredGroup,
  storedGroupsJson,
  unpackGroups,
  writeAhead,
} from "./stored-groups.ts";

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

function stored(products: readonly Product[]): StoredGroup {
  const [group] = JSON.parse(storedGroupsJson([groupOf(products)])) as StoredGroup[];
  if (!group) throw new Error("the group is gone");
  return group;
}

test("what products of a seller have in common is stored once, and read in each of them", () => {
  const products = answered();
  writeAhead(products);
  const group = stored(products);
  expect(group.shared).toEqual({
    formatIds: [formatIds("wide"), formatIds("tall")],
    formatOptions: [formatOptions],
    publisherProperties: [publisherProperties],
  });
  expect(group.products.map((one) => one.product.formatIds)).toEqual([0, 1, 0]);
  expect(fromStoredGroup(group)).toEqual(groupOf(products));
  expect(Object.keys(fromStoredGroup(group).products[2]?.product ?? {})).not.toContain("formatOptions");
});

test("of products that were filtered out nothing is stored, and the others are ranked in another order", () => {
  const products = answered();
  writeAhead(products);
  const [, second, third] = products as [Product, Product, Product];
  const wide = stored([third]);
  expect(wide.shared).toEqual({
    formatIds: [formatIds("wide")],
    formatOptions: [],
    publisherProperties: [publisherProperties],
  });
  const tall = stored([second]);
  expect(tall.shared?.formatIds).toEqual([null, formatIds("tall")]);
  expect(fromStoredGroup(tall)).toEqual(groupOf([second]));
  expect(fromStoredGroup(stored([third, second]))).toEqual(groupOf([third, second]));
});

test("products that were not written ahead, or are of two answers, are stored as well", () => {
  expect(fromStoredGroup(stored(answered()))).toEqual(groupOf(answered()));
  const [first, second, third] = answered() as [Product, Product, Product];
  writeAhead([first]);
  writeAhead([second, third]);
  expect(fromStoredGroup(stored([second, first, third]))).toEqual(groupOf([second, first, third]));
  expect(storedGroupsJson([])).toBe("[]");
});

test("a session that was stored when each product had everything is read as it was", () => {
  const group = groupOf(answered());
  expect(fromStoredGroup(JSON.parse(JSON.stringify(group)) as StoredGroup)).toEqual(group);
});

test("packed groups are small and are read as they were, however many there are", async () => {
  const group = groupOf(answered());
  expect(unpackGroups(await packGroups([group]))).toEqual([group]);
  const many = Array.from({ length: 2000 }, (_, index) => ({ ...group, groupId: `group-${index}` }));
  const packed = await packGroups(many);
  expect(packed.length).toBeLessThan(storedGroupsJson(many).length / 5);
  expect(unpackGroups(packed)).toEqual(many);
});
