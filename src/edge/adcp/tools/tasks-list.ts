import { z } from "zod";
import { readPurchases } from "../../../supply/callers/index.ts";
import { TasksAnswer } from "../answers/tasks.ts";
import { AccountRef, fromAdcpAccount } from "../words/account.ts";
import { cursorAt, Pagination, pageAsked } from "../words/page.ts";
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
    })
    .optional()
    .describe("By status: what is listed is submitted"),
  account: AccountRef.optional(),
  pagination: Pagination,
});

/** 3.1's name; `tasks_list` is what the clients of 3.0 call it. */
export const listTasks = declared("list_tasks");
export const tasksList = declared("tasks_list");

function declared(name: string) {
  return tool({
    name,
    title: "Tasks that wait",
    description: "The media buys that some seller has not decided on. Those that are decided are in get_media_buys.",
    input: Input,
    answer: TasksAnswer,
    refs: { "account.account_id": "declaredAccount" },
    async handle({ filters, account: ref, pagination }, requestContext) {
      const account = await fromAdcpAccount(ref, requestContext);
      const { size, after } = pageAsked(pagination);
      const found = isMeant(filters)
        ? await readPurchases(requestContext.resolved.caller, { undecided: true, account, after, limit: size + 1 })
        : [];
      const page = found.slice(0, size);
      const more = found.length > size;
      return completed({
        query_summary: { returned: page.length, filters_applied: Object.keys(filters ?? {}) },
        tasks: page.map(({ mediaBuyId, createdAt, updatedAt }) => ({
          task_id: mediaBuyId,
          task_type: "create_media_buy",
          domain: "media-buy",
          status: "submitted",
          created_at: createdAt.toISOString(),
          updated_at: updatedAt.toISOString(),
        })),
        pagination: { has_more: more, ...(more && { cursor: cursorAt(page.at(-1)?.mediaBuyId ?? "") }) },
      });
    },
  });
}

function isMeant(filters: z.output<typeof Input>["filters"]): boolean {
  const { status, statuses, protocol, protocols, task_type, task_types } = filters ?? {};
  const allows = (own: string, one?: string, some?: readonly string[]) =>
    (one ?? own) === own && (some?.includes(own) ?? true);
  return (
    allows("submitted", status, statuses) &&
    allows("media-buy", protocol, protocols) &&
    allows("create_media_buy", task_type, task_types)
  );
}
