import { z } from "zod";
import { Forbidden, NotFound } from "../../ground/kernel/errors.ts";
import { operation } from "../../ground/kernel/operation.ts";
import { setVisitors } from "./set-visitors.ts";

const Body = z
  .object({
    perDay: z.int().min(0).max(10).describe("How many arrive per day of your clock; 0 for none"),
    seed: z.string().min(1).max(64).default("sandbox").describe("The same seed produces the same buyers"),
  })
  .meta({ id: "SimulatedBuyersSetting" });

const View = z
  .object({
    perDay: z.int(),
    seed: z.string(),
    nextAt: z.iso.datetime().nullable().describe("By your clock; null if none are expected"),
    visits: z.int().describe("How many have arrived"),
  })
  .meta({ id: "SimulatedBuyers" });

export const setSimulatedBuyers = operation({
  id: "setSimulatedBuyers",
  api: "storefront",
  method: "put",
  path: "/simulated-buyers",
  summary: "Set how many simulated buyers visit your storefront, in a sandbox",
  description:
    "They ask, object, book and receive delivery as you advance your sandbox clock (POST /api/v2/sandbox/clock), so that " +
    "your seller analytics have data. Your storefront must be open and listed.",
  tag: "Sandbox",
  access: "write",
  body: Body,
  answer: View,
  errors: [Forbidden, NotFound],
  audit: { resource: "STOREFRONT", action: "UPDATE" },
  async handle({ body }, ctx) {
    const { nextAt, ...visitors } = await setVisitors(ctx, body);
    const { perDay, seed, visits } = visitors;
    return { perDay, seed, visits, nextAt: perDay === 0 ? null : nextAt.toISOString() };
  },
});
