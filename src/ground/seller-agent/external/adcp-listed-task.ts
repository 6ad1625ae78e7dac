import { z } from "zod";
import { currencyCode, instant, readEach } from "../adcp.ts";
import { fromAdcpMediaBuys } from "../adcp-media-buy.ts";
import type { ListedMediaBuy } from "../port.ts";

const UNDECIDED = ["submitted", "working", "input-required"];

/** The filter with which tasks are listed. A seller may ignore it, or have no history. */
export const UNDECIDED_PURCHASES = {
  filters: { task_types: ["create_media_buy"], statuses: UNDECIDED },
  include_history: true,
};

/** The request that created the task (AdCP 3.1, get-task-status-response, `history`). */
const OriginalRequest = z.looseObject({
  packages: z.array(z.looseObject({})).nullish().catch(null),
  total_budget: z.looseObject({ currency: currencyCode }).nullish().catch(null),
  brand: z.looseObject({ domain: z.string().nullish() }).nullish().catch(null),
  start_time: instant.nullish().catch(null),
  end_time: instant.nullish().catch(null),
});

const Task = z.looseObject({
  task_id: z.string(),
  task_type: z.string(),
  status: z.string(),
  created_at: instant.nullish().catch(null),
  history: z
    .array(z.looseObject({ type: z.string(), data: OriginalRequest }))
    .nullish()
    .catch(null),
});

/**
 * The purchases among a seller's tasks on which it has not decided. Without a history nobody can tell what was requested: such a purchase
 * has no packages, and equals no other.
 */
export function fromAdcpListedTasks(list: readonly unknown[]): ListedMediaBuy[] {
  return readEach(Task, list, "task_id")
    .read.filter(({ task_type, status }) => task_type === "create_media_buy" && UNDECIDED.includes(status))
    .flatMap((task) => {
      const asked = task.history?.find(({ type }) => type === "request")?.data;
      const packages = asked?.packages?.map((part, index) => ({ package_id: `${task.task_id}_${index + 1}`, ...part }));
      return fromAdcpMediaBuys([{ media_buy_id: task.task_id, packages }]).map((mediaBuy) => ({
        ...mediaBuy,
        currency: asked?.total_budget?.currency ?? null,
        brandDomain: asked?.brand?.domain ?? null,
        createdAt: task.created_at ?? null,
        start: asked?.start_time ?? null,
        end: asked?.end_time ?? null,
        taskId: task.task_id,
      }));
    });
}
