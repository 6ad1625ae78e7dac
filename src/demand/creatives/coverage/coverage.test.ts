import { expect, test } from "vitest";
import { coverageOf } from "./coverage.ts";

const AGENT = "https://formats.example";
const named = (...ids: string[]) => ids.map((id) => ({ agentUrl: AGENT, id }));
const demand = (...ids: string[]) => ({ campaignId: "c", formatIds: named(...ids), formatOptions: [] });
const supply = (...ids: string[]) => ({ campaignId: "c", formatIds: named(...ids), formatKind: null });
const idsOf = (taken: readonly object[]) =>
  taken.map((one) => ("formatId" in one ? (one.formatId as { id: string }).id : one));

test("a product needs one of its formats: the others are accepted and not missing", () => {
  const { required, covered, missing } = coverageOf([demand("a", "b"), demand("b", "c"), demand("d")], [supply("b")]);
  expect([required, covered, missing].map(idsOf)).toEqual([["a", "b", "c", "d"], ["b"], ["d"]]);
});

test("a campaign without products misses nothing, whatever creatives it has", () => {
  expect(coverageOf([], [supply("a")])).toEqual({ required: [], covered: [], missing: [] });
});

test("a creative's other formats count, and its kind where a product takes kinds", () => {
  const kinds = { campaignId: "c", formatIds: [], formatOptions: [{ formatKind: "image" }] };
  const demands = [demand("a"), kinds];
  expect(coverageOf(demands, [supply("x", "a")]).missing).toEqual([{ formatKind: "image" }]);
  expect(coverageOf(demands, [{ ...supply("x", "a"), formatKind: "image" }]).missing).toEqual([]);
});

test("an agent is the same under every spelling of its URL, and another size does not serve a required one", () => {
  const wanted = [
    { ...demand(), formatIds: [{ agentUrl: "https://Formats.example/", id: "a", width: 300, height: 250 }] },
  ];
  const made = (size: object) => [{ ...supply(), formatIds: [{ agentUrl: AGENT, id: "a", ...size }] }];
  expect(coverageOf(wanted, made({ width: 300, height: 250 })).missing).toEqual([]);
  expect(coverageOf(wanted, made({ width: 728, height: 90 })).missing).toHaveLength(1);
  expect(coverageOf(wanted, made({})).missing).toHaveLength(1);
});
