import { z } from "zod";
import { readCalledBack } from "../../../supply/callers/callbacks/index.ts";
import { countOwnPurchases, type NaturalKey, readPurchases } from "../../../supply/callers/index.ts";
import { type RehearsedTask, readRehearsedSearches } from "../../../supply/callers/rehearsals/index.ts";
import { readOpenSearches } from "../../../supply/callers/searches/index.ts";
import { TasksAnswer } from "../answers/tasks.ts";
import type { AdcpRequestContext } from "../request-context.ts";
import { AccountRef, fromAdcpAccount } from "../words/account.ts";
import { cursorAt, Pagination, pageAsked } from "../words/page.ts";
import { isOf } from "./tasks-get.ts";
import { completed, tool } from "./tool.ts";

const Input = z.object({
  filters: z
    .object({
      status: z.string().optional(),
      statuses: z.array(z.string()).optional(),
      protocol: z.string().optional(),
      protocols: z.array(z.string()).optional(),
      task_type: z.string().optional(),
      task_types: z.array(z.string()).optional(),
      task_ids: z.array(z.string()).min(1).max(100).optional(),
      has_webhook: z.boolean().optional(),
    })
    .optional()
    .describe("By status: every task listed here is submitted"),
  account: AccountRef.optional(),
  pagination: Pagination,
});

/** 3.1's name; 3.0's clients call it `tasks_list`. */
export const listTasks = declared("list_tasks");
export const tasksList = declared("tasks_list");

function declared(name: string) {
  return tool({
    name,
    title: "Pending tasks",
    description:
      "The media buys that a seller has not decided on yet, and searches that wait for slow sources. Media buys that " +
      "are decided are in get_media_buys.",
    input: Input,
    answer: TasksAnswer,
    refs: { "account.account_id": "declaredAccount", "filters.task_ids": "order" },
    async handle({ filters = {}, account: ref, pagination }, requestContext) {
      const { caller } = requestContext.resolved;
      const account = await fromAdcpAccount(ref, requestContext);
      const { size, after } = pageAsked(pagination);
      const searches = after === undefined ? await searchesFor(filters, account, requestContext) : [];
      const which = {
        undecided: true,
        account,
        ...(filters.task_ids && { mediaBuyIds: filters.task_ids }),
        isCalledBack: filters.has_webhook,
      };
      const isMeant = allows(filters, "create_media_buy");
      const [found, count] = isMeant
        ? await Promise.all([
            readPurchases(caller, { ...which, after, limit: size + 1 }),
            countOwnPurchases(caller, which),
          ])
        : [[], 0];
      const page = found.slice(0, size);
      const more = found.length > size;
      const ids = page.map(({ mediaBuyId }) => mediaBuyId);
      const calledBack = await readCalledBack(caller, ids);
      const bought = page.map(({ mediaBuyId: taskId, ...dates }) =>
        toAdcpTask({ taskId, taskType: "create_media_buy", ...dates }, calledBack),
      );
      return completed({
        query_summary: {
          total_matching: count + searches.length,
          returned: searches.length + page.length,
          filters_applied: Object.keys(filters),
        },
        tasks: [...searches, ...bought],
        pagination: { has_more: more, ...(more && { cursor: cursorAt(ids.at(-1) ?? "") }) },
      });
    },
  });
}

/** Searches that became tasks, including those of a trial; all on the first page, because there are few. */
async function searchesFor(
  filters: Filters,
  account: NaturalKey | undefined,
  { resolved, viewer }: AdcpRequestContext,
) {
  if (!allows(filters, "get_products")) return [];
  const { task_ids: ids, has_webhook: hasWebhook } = filters;
  const rehearsed = viewer.sandbox ? await readRehearsedSearches(resolved.caller) : [];
  const open = (await readOpenSearches(resolved.caller)).map((search) => ({
    ...search,
    taskType: "get_products" as const,
  }));
  const given = [...rehearsed.filter(({ state }) => state === "given"), ...open].filter(
    (task) => isOf(task, account) && (ids?.includes(task.taskId) ?? true),
  );
  const calledBack = await readCalledBack(
    resolved.caller,
    given.map(({ taskId }) => taskId),
  );
  return given
    .map((task) => toAdcpTask(task, calledBack))
    .filter((task) => hasWebhook === undefined || task.has_webhook === hasWebhook);
}

type Listed = Pick<RehearsedTask, "taskId" | "taskType" | "createdAt" | "updatedAt">;

function toAdcpTask({ taskId, taskType, createdAt, updatedAt }: Listed, calledBack: ReadonlySet<string>) {
  return {
    task_id: taskId,
    task_type: taskType,
    domain: "media-buy",
    status: "submitted",
    created_at: createdAt.toISOString(),
    updated_at: updatedAt.toISOString(),
    has_webhook: calledBack.has(taskId),
  };
}

type Filters = NonNullable<z.output<typeof Input>["filters"]>;

function allows({ status, statuses, protocol, protocols, task_type, task_types }: Filters, type: string): boolean {
  const has = (own: string, one?: string, some?: readonly string[]) =>
    (one ?? own) === own && (some?.includes(own) ?? true);
  return (
    has("submitted", status, statuses) && has("media-buy", protocol, protocols) && has(type, task_type, task_types)
  );
}
