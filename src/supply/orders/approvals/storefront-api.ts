import { Conflict, Invalid, NotFound } from "../../../ground/kernel/errors.ts";
import { operation } from "../../../ground/kernel/operation.ts";
import { answerForwarded } from "./answer-forwarded.ts";
import { decideOrder } from "./decide-order.ts";
import { evaluateNow } from "./evaluation/evaluate-order.ts";
import { EvaluationView, evaluationView } from "./evaluation/schema.ts";
import { placeForwarded } from "./place-forwarded.ts";
import { getQueued, readQueue } from "./queue.ts";
import { retryForward } from "./retry-forward.ts";
import {
  ApprovalListView,
  ApprovalPath,
  ApprovalView,
  DecideBody,
  ForwardedView,
  QueueQuery,
  RetryBody,
  viewOf,
} from "./schema.ts";

const all = { api: "storefront", path: "/media-buy-approvals", tag: "Media buy approvals" } as const;
const one = { ...all, params: ApprovalPath, refs: { "params.mediaBuyId": "order" } } as const;

export const listPendingMediaBuys = operation({
  ...all,
  id: "listPendingMediaBuys",
  method: "get",
  summary: "List the media buys waiting for your approval",
  description:
    "With mediaBuyApproval manual, every media buy waits here; with auto, none. If you have chosen neither, a media buy proceeds automatically " +
    "if its products are yours, its buyer names a brand or an operator, and your acceptance policy has no objection; " +
    "all others wait. Newest first; use `status` to see those already decided.",
  access: "read",
  query: QueueQuery,
  paging: "take/skip",
  answer: ApprovalListView,
  errors: [Invalid, NotFound],
  async handle({ query: { status, ...page } }, ctx) {
    const { queued, total } = await readQueue(ctx, status, page);
    return { items: queued.map(viewOf), total };
  },
});

export const getPendingMediaBuy = operation({
  ...one,
  id: "getPendingMediaBuy",
  method: "get",
  path: "/media-buy-approvals/{mediaBuyId}",
  summary: "Get one media buy that was held for your approval",
  access: "read",
  answer: ApprovalView,
  errors: [NotFound],
  handle: async ({ params }, ctx) => viewOf(await getQueued(ctx, params.mediaBuyId)),
});

export const decidePendingMediaBuy = operation({
  ...one,
  id: "decidePendingMediaBuy",
  decides: true,
  method: "post",
  path: "/media-buy-approvals/{mediaBuyId}/decide",
  summary: "Approve or reject a media buy",
  description:
    "Once, and only while it is pending. When approved, it is sent to its sources immediately, and the answer has their results; " +
    "a source that does not answer is retried automatically. When rejected, it is not sent to any source, and the buyer sees your notes.",
  access: "write",
  body: DecideBody,
  answer: ForwardedView,
  errors: [Invalid, NotFound, Conflict],
  audit: { resource: "MEDIA_BUY", action: "UPDATE", in: "claim" },
  claim: ({ params, body }, ctx) => decideOrder(ctx, params.mediaBuyId, body),
  call: ({ legIds }, out) => placeForwarded(out, legIds),
  settle: answerForwarded,
});

export const evaluatePendingMediaBuy = operation({
  ...one,
  id: "evaluatePendingMediaBuy",
  method: "post",
  path: "/media-buy-approvals/{mediaBuyId}/evaluate",
  summary: "Check a media buy against your current acceptance policy",
  description:
    "Only by rules, and it decides nothing: the same media buy under the same policy always gets the same answer.",
  access: "write",
  answer: EvaluationView,
  errors: [NotFound],
  audit: { resource: "MEDIA_BUY", action: "READ" },
  async handle({ params: { mediaBuyId } }, ctx) {
    const { order } = (await getQueued(ctx, mediaBuyId)).sold;
    return evaluationView(mediaBuyId, await evaluateNow(ctx, order));
  },
});

export const retryForwardPendingMediaBuy = operation({
  ...one,
  id: "retryForwardPendingMediaBuy",
  decides: true,
  method: "post",
  path: "/media-buy-approvals/{mediaBuyId}/retry-forward",
  summary: "Resend an approved media buy to the sources that have not answered",
  description:
    "It is sent under the original keys, so that no source buys twice. If every source refused it, send it again with " +
    "forceTerminal, once you have resolved the problem with them.",
  access: "write",
  body: RetryBody,
  bodyOptional: true,
  answer: ForwardedView,
  errors: [Invalid, NotFound, Conflict],
  audit: { resource: "MEDIA_BUY", action: "EXECUTE", in: "claim" },
  claim: ({ params, body }, ctx) => retryForward(ctx, params.mediaBuyId, body),
  call: ({ legIds }, out) => placeForwarded(out, legIds),
  settle: answerForwarded,
});
