import { z } from "zod";
import type { MediaBuyOutcome } from "../../../ground/seller-agent/index.ts";
import { readCalledBack } from "../../../supply/callers/callbacks/index.ts";
import { type NaturalKey, readPurchases } from "../../../supply/callers/index.ts";
import { type RehearsedTask, readRehearsal } from "../../../supply/callers/rehearsals/index.ts";
import { type ProductSearch, readSearch } from "../../../supply/callers/searches/index.ts";
import type { Json } from "../../reference/index.ts";
import { TaskAnswer } from "../answers/tasks.ts";
import type { ToolAnswer } from "../protocol/envelope.ts";
import { refused, toAdcpError } from "../protocol/failure.ts";
import { releaseOf } from "../protocol/release.ts";
import { type AdcpRequestContext, sellerCall } from "../request-context.ts";
import { standingOfSearch } from "../searches/search-later.ts";
import { AccountRef, fromAdcpAccount } from "../words/account.ts";
import { asAsked } from "../words/build.ts";
import { answerOfBuild, buildCreative } from "./build-creative.ts";
import { answerOfOutcome } from "./outcome.ts";
import { withCreatives } from "./standings.ts";
import { completed, tool } from "./tool.ts";

const Input = z.object({
  task_id: z.string().describe("From the answer to a submitted call"),
  account: AccountRef.optional().describe("The account that the task belongs to"),
  include_result: z.boolean().optional(),
  adcp_version: z.string().optional(),
  adcp_major_version: z.int().optional(),
});

const description =
  "The status of a submitted create, update, search or creative build. Once it is finished, its answer is in result.";

/** 3.1's name; 3.0's clients call it `tasks_get`. */
export const getTaskStatus = declared("get_task_status");
export const tasksGet = declared("tasks_get");

function declared(name: string) {
  return tool({
    name,
    title: "Get the status of a task",
    description,
    input: Input,
    answer: TaskAnswer,
    refs: { task_id: "order", "account.account_id": "declaredAccount" },
    async handle({ task_id: taskId, account: ref, adcp_version, adcp_major_version }, requestContext) {
      const account = await fromAdcpAccount(ref, requestContext);
      const { caller } = requestContext.resolved;
      const rehearsed = await readRehearsal(caller, taskId);
      if (rehearsed && isOf(rehearsed, account))
        return completed({
          ...answerOfTask(rehearsed),
          has_webhook: (await readCalledBack(caller, [taskId])).has(taskId),
        });
      const search = await readSearch(caller, taskId);
      if (search && isOf(search, account))
        return completed({
          ...taskOfSearch(search),
          has_webhook: (await readCalledBack(caller, [taskId])).has(taskId),
        });
      const [mediaBuyId = "", change] = taskId.split("/");
      const [purchase] = await readPurchases(requestContext.resolved.caller, {
        mediaBuyIds: [mediaBuyId],
        account,
        limit: 1,
      });
      if (!purchase) return taskOfBuild(taskId, { adcp_version, adcp_major_version }, requestContext);
      const response = await requestContext.resolved.agent.getTask(taskId, sellerCall(requestContext, undefined));
      const outcome = await withCreatives(response, requestContext);
      const { createdAt, updatedAt } = purchase;
      return completed({
        task_id: taskId,
        task_type: change === undefined ? "create_media_buy" : "update_media_buy",
        protocol: "media-buy",
        created_at: createdAt.toISOString(),
        updated_at: updatedAt.toISOString(),
        ...(await outcomeStatus(outcome, requestContext)),
      });
    },
  });
}

/** Throws `SellerRefused` if the caller ordered no such creative. */
async function taskOfBuild(taskId: string, asked: Json, requestContext: AdcpRequestContext): Promise<ToolAnswer> {
  const { agent } = requestContext.resolved;
  const standing = await agent.getBuild?.(taskId, sellerCall(requestContext, undefined));
  if (!standing) throw refused("REFERENCE_NOT_FOUND", "task_id: you have no such task here", "task_id");
  const { build, formatId, createdAt, updatedAt } = standing;
  const task = {
    task_id: taskId,
    task_type: buildCreative.name,
    protocol: "creative",
    created_at: createdAt.toISOString(),
    updated_at: updatedAt.toISOString(),
  };
  if (build.kind === "rejected") {
    const errors = build.errors.map(asAsked).map(toAdcpError);
    return completed({ status: "failed", ...task, error: errors[0], result: { errors } });
  }
  const { status, body } = answerOfBuild(build, formatId, { requestContext, release: releaseOf(asked) });
  return completed({ ...task, status, ...(status === "completed" ? { result: body } : { message: body.message }) });
}

/** A task of one account is invisible to all others. */
export function isOf({ account: given }: Pick<RehearsedTask, "account">, asked: NaturalKey | undefined): boolean {
  if (!given || !asked) return true;
  return (
    given.brandDomain === asked.brandDomain && given.brandId === asked.brandId && given.operator === asked.operator
  );
}

function taskOfSearch(search: ProductSearch) {
  const { taskId, createdAt, updatedAt } = search;
  const { status, result } = standingOfSearch(search);
  const [error] = (result?.errors ?? []) as object[];
  return {
    task_id: taskId,
    task_type: "get_products",
    protocol: "media-buy",
    created_at: createdAt.toISOString(),
    updated_at: updatedAt.toISOString(),
    status,
    ...(result && { result }),
    ...(status === "failed" && { error }),
  };
}

function answerOfTask({ taskId, taskType, message, result, createdAt, updatedAt }: RehearsedTask) {
  return {
    task_id: taskId,
    task_type: taskType,
    protocol: "media-buy",
    created_at: createdAt.toISOString(),
    updated_at: updatedAt.toISOString(),
    status: result === null ? "submitted" : "completed",
    ...(result !== null ? { result } : message !== null && { message }),
  };
}

async function outcomeStatus(outcome: MediaBuyOutcome, requestContext: AdcpRequestContext): Promise<object> {
  if (outcome.kind === "rejected") {
    const [first] = outcome.errors.map(toAdcpError);
    return { status: "failed", error: first, result: { errors: outcome.errors.map(toAdcpError) } };
  }
  if (outcome.kind === "done")
    return { status: "completed", result: (await answerOfOutcome(outcome, requestContext)).body };
  const status = outcome.kind === "submitted" ? "submitted" : "input-required";
  return { status, ...(outcome.message !== null && { message: outcome.message }) };
}
