import { z } from "zod";
import { Conflict, Invalid, InvalidState, NotFound } from "../../../ground/kernel/errors.ts";
import { operation } from "../../../ground/kernel/operation.ts";
import { getOwnStorefront } from "../../storefronts/index.ts";
import { instructionsFor } from "../instructions-for.ts";
import { addInstruction, changeInstruction, removeInstruction } from "./change-instruction.ts";
import { resolvedView } from "./resolved-view.ts";
import {
  BuyerInstructionView,
  InstructionChangeBody,
  InstructionPath,
  NewInstructionBody,
  ResolvedView,
  ScopeQuery,
  viewOf,
} from "./schema.ts";
import { listBuyerInstructions as listInstructions } from "./store.ts";

const all = { api: "storefront", path: "/buyer-instructions", tag: "Buyer instructions" } as const;
const one = {
  ...all,
  path: "/buyer-instructions/{id}",
  params: InstructionPath,
  refs: { "params.id": "buyerInstruction" },
} as const;

export const listBuyerInstructions = operation({
  ...all,
  id: "listBuyerInstructions",
  method: "get",
  summary: "List your instructions for buyers",
  access: "read",
  answer: z.object({ items: z.array(BuyerInstructionView), total: z.int() }),
  errors: [NotFound],
  async handle(_, ctx) {
    const { customerId } = await getOwnStorefront(ctx);
    const instructions = await listInstructions(ctx.db, customerId);
    return { items: instructions.map(viewOf), total: instructions.length };
  },
});

export const createBuyerInstructions = operation({
  ...all,
  id: "createBuyerInstructions",
  method: "post",
  summary: "Create an instruction for buyers of an operator, a brand, or both",
  description:
    "A null operatorDomain means any operator, a null brandDomain any brand; with both null it applies to everybody. Of all " +
    "that match a media buy, the largest discount is used, never their sum, and all notes apply.",
  access: "write",
  body: NewInstructionBody,
  answer: BuyerInstructionView,
  status: 201,
  errors: [Conflict, Invalid, InvalidState, NotFound],
  audit: { resource: "BUYER_INSTRUCTION", idIn: "id" },
  handle: async ({ body }, ctx) => viewOf(await addInstruction(ctx, body)),
});

export const resolveBuyerInstructions = operation({
  ...all,
  id: "resolveBuyerInstructions",
  method: "get",
  path: "/buyer-instructions/resolve",
  summary: "See which instructions and discounts apply to a buyer, and why",
  description:
    "The discount that a media buy would get, including group discounts, and the matching instructions. This " +
    "extends the published API; it changes nothing.",
  access: "read",
  query: ScopeQuery,
  answer: ResolvedView,
  errors: [Invalid, NotFound],
  async handle({ query: { operatorDomain = null, brandDomain = null, country } }, ctx) {
    const { customerId } = await getOwnStorefront(ctx);
    const countries = country ? [country] : [];
    return resolvedView(await instructionsFor(ctx.db, customerId, { operatorDomain, brandDomain, countries }));
  },
});

export const updateBuyerInstructions = operation({
  ...one,
  id: "updateBuyerInstructions",
  method: "patch",
  summary: "Change an instruction for buyers",
  description: "Omitted fields stay as they are. The scope is fixed: to change it, delete the row and create another.",
  access: "write",
  body: InstructionChangeBody,
  answer: BuyerInstructionView,
  errors: [Invalid, InvalidState, NotFound],
  audit: { resource: "BUYER_INSTRUCTION" },
  handle: async ({ params, body }, ctx) => viewOf(await changeInstruction(ctx, params.id, body)),
});

export const deleteBuyerInstructions = operation({
  ...one,
  id: "deleteBuyerInstructions",
  method: "delete",
  summary: "Delete an instruction for buyers",
  description: "What was bought under it keeps its price.",
  access: "write",
  answer: z.null(),
  status: 204,
  errors: [InvalidState, NotFound],
  audit: { resource: "BUYER_INSTRUCTION" },
  async handle({ params }, ctx) {
    await removeInstruction(ctx, params.id);
    return null;
  },
});
