import { z } from "zod";
import { successOf } from "../../http/envelope.ts";
import type { Edge } from "../../http/mount.ts";
import type { Guide, Library } from "../../reference/index.ts";
import { SELLER_ANALYTICS_VIEW } from "../apps/app-view.ts";
import { isAboutAnalytics, summariseAnalytics } from "../murph/analytics.ts";
import { type Answer, answerOf } from "../murph/answer.ts";
import { readCallerSituation } from "../murph/caller-situation.ts";
import { phrased } from "../murph/phrase.ts";
import { type Tool, tool } from "./tool.ts";

const question = z.string().trim().min(1).max(1000);

/** `prompt` is the contract's name; `question` is accepted as well, as for the other tool (storefront contract §11). */
const Question = z
  .object({
    question: question.optional().describe('Such as "why am I not live?"'),
    prompt: question.optional().describe("The same as question"),
    conversationUid: z
      .string()
      .max(120)
      .optional()
      .describe("Returned unchanged; each question is answered independently"),
  })
  .refine((given) => given.question !== undefined || given.prompt !== undefined, {
    path: ["question"],
    message: "what do you want to know?",
  });

/** A guide to the documents, the operations and the caller's situation. It never changes anything. */
export function askMurph(guide: Guide, library: Library, edge: Pick<Edge, "host" | "keyring">): Tool {
  return tool({
    name: "ask_murph",
    title: "Ask Murph",
    description:
      'Answers a seller\'s question in plain words, such as "why am I not live?" or "how do I invite an ' +
      'advertiser?", from the documentation, the operations and the state of your own storefront: what blocks it, ' +
      "what is waiting for you, and the exact call that resolves each. If you ask how you sell, why you lose or what " +
      "to do about it, it answers in two lines with your seller analytics. It changes nothing.",
    takes: Question,
    hints: { readOnlyHint: true, idempotentHint: true },
    view: SELLER_ANALYTICS_VIEW,
    async answer({ question, prompt, conversationUid }, requestContext) {
      const asked = question ?? prompt ?? "";
      const analytics = isAboutAnalytics(asked) ? await summariseAnalytics(guide, requestContext, edge) : undefined;
      const { languageModel } = edge.host;
      const answer: Partial<Answer> & Pick<Answer, "answer"> = analytics
        ? { answer: await phrased(languageModel, asked, analytics.text, requestContext.requestId) }
        : answerOf(asked, await readCallerSituation(guide, requestContext, edge), guide, library);
      // Nothing is changed here, so nothing needs confirmation by a person.
      const data = {
        question: asked,
        ...answer,
        escalated: false,
        conversationUid: conversationUid ?? requestContext.requestId,
      };
      const outcome = { status: 200, replayed: false, envelope: successOf(data, requestContext.requestId) };
      const shown = analytics && { sellerAnalytics: analytics.sellerAnalytics };
      return { outcome, text: answer.answer, ...(shown && { shown }) };
    },
  });
}
