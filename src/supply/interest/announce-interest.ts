import { z } from "zod";
import { installationDb } from "../../ground/kernel/context.ts";
import { step } from "../../ground/kernel/step.ts";
import { notifyAnyCustomer } from "../../platform/notifications/index.ts";
import { sentenceOf } from "./interest.ts";
import { submissionViewOf } from "./schema.ts";
import { findSubmissionOfAnyCustomer, listOperatorsOfInstallation } from "./store.ts";

const About = z.object({ customerId: z.int(), buyerId: z.int(), interestId: z.int() });

const TIMEOUT_MS = 10_000;
const MOST_BYTES = 64 * 1024;

/** Notifies the people of the organisations that run the installation. */
export const notifyOperators = step({
  name: "interest.notify-operators",
  reach: "installation",
  input: About,
  async handle({ buyerId, interestId }, ctx) {
    const db = installationDb(ctx);
    const submission = await findSubmissionOfAnyCustomer(db, buyerId, interestId);
    if (!submission) return;
    const about = { resourceType: "CUSTOMER", resourceId: String(buyerId), message: sentenceOf(submission) };
    for (const operatorId of await listOperatorsOfInstallation(db))
      await notifyAnyCustomer(ctx, operatorId, { type: "storefront.interest", ...about });
  },
});

/** Posts to `INTEREST_WEBHOOK_URL`, in the form that Slack and compatible tools show as a message. */
export const announceInterest = step({
  name: "interest.announce",
  reach: "installation",
  input: About,

  async claim({ buyerId, interestId }, ctx) {
    const url = ctx.installation.interestWebhookUrl;
    if (url === null) return undefined;
    const submission = await findSubmissionOfAnyCustomer(installationDb(ctx), buyerId, interestId);
    return submission && { url, submission };
  },

  async call({ url, submission }, { outbound }) {
    const { status } = await outbound.request(url, {
      method: "POST",
      purpose: "interest webhook",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ text: sentenceOf(submission), ...submissionViewOf(submission) }),
      timeoutMs: TIMEOUT_MS,
      maxResponseBytes: MOST_BYTES,
    });
    if (status >= 300) throw new Error(`the address in INTEREST_WEBHOOK_URL answered ${status}`);
  },

  settle: async () => undefined,
});
