import { z } from "zod";
import { operation } from "../../../ground/kernel/operation.ts";
import { pageOf } from "../../../ground/kernel/query.ts";
import type { CreativeFormat } from "../../../ground/seller-agent/index.ts";
import { claimFormats, collectFormats } from "./gather-formats.ts";
import { FormatsQuery, FormatView, IncompleteView, incompleteOf, viewOfFormat } from "./schema.ts";
import { distinctFormats } from "./seller-formats.ts";
import { saveSellerFormats } from "./store.ts";

type Query = z.output<typeof FormatsQuery>;

export const listCreativeFormats = operation({
  id: "listCreativeFormats",
  api: "buyer",
  method: "get",
  path: "/formats",
  summary: "List the creative formats of the sellers you can reach",
  description:
    "Collected from all sellers at the same time and cached for ten minutes. `incomplete` names those that did not " +
    "answer in time: their formats are missing, or come from their last answer.",
  tag: "Creatives",
  access: "read",
  query: FormatsQuery,
  paging: "take/skip",
  answer: z.object({ formats: z.array(FormatView), total: z.int(), incomplete: z.array(IncompleteView) }),
  claim: async ({ query }, ctx) => ({ query, ...(await claimFormats(ctx)) }),
  call: (claimed, ctx) => collectFormats(claimed, ctx),
  async settle({ query }, { reported, asked }, { db, viewer }) {
    await saveSellerFormats(db, viewer.customerId, asked);
    const { take, skip } = pageOf(query);
    const formats = distinctFormats(reported).filter((format) => isSought(format, query));
    const page = formats.slice(skip, skip + take).map(viewOfFormat);
    return { formats: page, total: formats.length, incomplete: incompleteOf(reported) };
  },
});

function isSought(format: CreativeFormat, { type, name }: Query): boolean {
  const ofType =
    type === undefined || [format.type, format.kind].some((one) => one?.toLowerCase() === type.toLowerCase());
  return ofType && (name === undefined || format.name.toLowerCase().includes(name.toLowerCase()));
}
