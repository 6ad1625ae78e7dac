import { z } from "zod";
import { readPurchases } from "../../../supply/callers/index.ts";
import { TasksAnswer } from "../answers/tasks.ts";
import { cursorAt, Pagination, pageAsked } from "../words/page.ts";
import { completed, tool } from "./tool.ts";

const Input = z.object({
  filters: z
    .object({ status: z.string().optional(), statuses: z.array(z.string()).optional() })
    .optional()
    .describe("By status: what is listed is submitted"),
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
    async handle({ filters, pagination }, { door }) {
      const { size, after } = pageAsked(pagination);
      const found = isMeant(filters)
        ? await readPurchases(door.caller, { undecided: true, after, limit: size + 1 })
        : [];
      const page = found.slice(0, size);
      const more = found.length > size;
      return completed({
        query_summary: { returned: page.length, filters_applied: filters ? ["status"] : [] },
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
  const { status, statuses } = filters ?? {};
  return (status ?? "submitted") === "submitted" && (statuses?.includes("submitted") ?? true);
}
