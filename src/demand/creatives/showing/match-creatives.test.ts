import { expect, test } from "vitest";
import { blankCreative, type Creative } from "../creative.ts";
import { matchCreatives, type ShowingProduct } from "./match-creatives.ts";

const AGENT = "https://formats.example";
const named = (id: string) => ({ agentUrl: AGENT, id });

function creative(creativeId: string, changes: Partial<Creative["format"]>, targets: readonly string[] = []): Creative {
  const blank = blankCreative(creativeId, "c", new Date(0));
  return { ...blank, format: { ...blank.format, ...changes }, targetFormatIds: targets.map(named) };
}

function product(productId: string, formats: readonly string[], kinds: readonly string[] = []): ShowingProduct {
  return { productId, formatIds: formats.map(named), formatOptions: kinds.map((formatKind) => ({ formatKind })) };
}

test("a product shows the formats that it accepts, by name or by kind, and lists those without a creative as missing", () => {
  const banner = creative("banner", { formatId: named("300x250") });
  const film = creative("film", { formatKind: "video_hosted" });
  const products = [
    product("news", ["300x250", "728x90"]),
    product("tv", [], ["video_hosted"]),
    product("radio", ["30s"]),
  ];
  const { byProduct, missing, creatives } = matchCreatives([banner, film], products);
  expect([...byProduct]).toEqual([
    ["news", ["banner"]],
    ["tv", ["film"]],
    ["radio", []],
  ]);
  expect(missing).toEqual([{ formatId: named("30s") }]);
  expect(creatives).toEqual([banner, film]);
});

test("a creative that also serves another format is sent in the one that is accepted", () => {
  const made = creative("banner", { formatId: named("own") }, ["300x250"]);
  const { creatives, byProduct } = matchCreatives([made], [product("news", ["300x250"])]);
  expect(byProduct.get("news")).toEqual(["banner"]);
  expect(creatives.map(({ format }) => format.formatId)).toEqual([named("300x250")]);
  expect(matchCreatives([made], [product("news", ["own", "300x250"])]).creatives).toEqual([made]);
});

test("a product that names no formats leaves the choice to its seller, and a creative without a format is not sent", () => {
  const products = [product("anything", [])];
  const { byProduct, missing } = matchCreatives([creative("film", { formatKind: "video_hosted" })], products);
  expect([byProduct.get("anything"), missing]).toEqual([["film"], []]);
  expect(matchCreatives([creative("blank", {})], products).creatives).toEqual([]);
});
