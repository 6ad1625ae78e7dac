import { z } from "zod";
import type { Finder } from "../../ground/areas/finder.ts";
import type { Context } from "../../ground/kernel/context.ts";
import { type Api, operation } from "../../ground/kernel/operation.ts";
import { wholeNumber } from "../../ground/kernel/query.ts";
import type { CustomerKind } from "../../ground/kernel/viewer.ts";

const SearchQuery = z.object({
  q: z.string().trim().min(1).max(100).describe("Part of a name, ignoring case, or a complete id"),
  limit: wholeNumber("limit", 1, 20).default(5).describe("How many of each kind"),
});

const answerOf = (name: string, finders: readonly Finder[]) =>
  z.object({
    items: z.array(
      z
        .object({
          kind: z.enum(finders.map(({ kind }) => kind)),
          id: z.string().describe("The form in which its own operations accept it"),
          name: z.string(),
          detail: z.string().nullable().describe("What distinguishes it from others of the same name"),
          state: z.string().nullable().describe("The status, as its own operations return it"),
          within: z.string().nullable().describe("The id of what contains it: a creative's campaign"),
        })
        .meta({ id: `${name}Result` }),
    ),
  });

/** One operation for each side of the market, which searches with the finders of all areas. */
export function searchOperations(finders: readonly Finder[]) {
  const of = (side: CustomerKind) => finders.filter((finder) => finder.side === side);
  return {
    searchBuyer: searchOf("BuyerSearch", "buyer", of("BUYER")),
    searchStorefront: searchOf("StorefrontSearch", "storefront", of("SELLER")),
    searchInstallation: searchOf("OperatorSearch", "operator", of("OPERATOR")),
  };
}

function searchOf(name: string, api: Api, finders: readonly Finder[]) {
  return operation({
    id: `get${name}`,
    api,
    method: "get",
    path: "/search",
    summary: "Find anything by its name or id",
    description: `Kinds: ${finders.map(({ kind }) => kind).join(", ")}. Within a kind, newest first; only what you may see is found.`,
    ours: true,
    tag: "Search",
    access: api === "operator" ? "operate" : "read",
    query: SearchQuery,
    answer: answerOf(name, finders),
    async handle({ query: { q, limit } }, { db, viewer }: Context) {
      const sought = { text: q, most: limit };
      const found = await Promise.all(
        finders.map(async ({ kind, find }) => (await find(db, viewer, sought)).map((one) => ({ kind, ...one }))),
      );
      return { items: found.flat() };
    },
  });
}
