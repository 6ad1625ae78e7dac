import { z } from "zod";
import { NotFound } from "../../ground/kernel/errors.ts";
import { operation } from "../../ground/kernel/operation.ts";
import { integerId } from "../../ground/kernel/query.ts";
import { isDeliveryWebhook } from "../../ground/seller-agent/index.ts";
import { isTokenOf } from "../../supply/orders/legs/index.ts";
import { receiveSourceWebhook } from "./receive-source-webhook.ts";

const Path = z.object({
  customerId: integerId("customerId").describe("The seller that the source belongs to"),
  legId: z.string().min(1).max(64).describe("What the source was asked for"),
});

export const receiveAdcpWebhook = operation({
  id: "receiveAdcpWebhook",
  api: "platform",
  method: "post",
  path: "/webhooks/adcp/{customerId}/{legId}",
  summary: "Report a status change of a media buy",
  description:
    "For the agents behind a storefront's sources, which receive this address with each media buy. The outcome of a task is " +
    "never taken from here: the agent is asked. A delivery report is accepted as if it had been requested, if it covers " +
    "every package day by day. Sending the same again changes nothing.",
  tag: "Webhooks",
  access: "public",
  params: Path,
  query: z.object({ token: z.string().min(1).max(128).describe("As it appears in the URL that was given") }),
  body: z.unknown(),
  bodyOptional: true,
  answer: z.object({ status: z.literal("received") }).meta({ id: "WebhookReceived" }),
  status: 202,
  errors: [NotFound],
  async handle({ params, query, body }, { vault, enqueue }) {
    const { customerId, legId } = params;
    // The same answer for a missing leg and for a token that belongs to another leg, so that guessing reveals nothing.
    if (!isTokenOf(vault, customerId, legId, query.token)) throw new NotFound("there is no such webhook");
    const reports = isDeliveryWebhook(body);
    await enqueue(receiveSourceWebhook, { customerId, legId, ...(reports && { body }) }, reports ? {} : { key: legId });
    return { status: "received" as const };
  },
});
