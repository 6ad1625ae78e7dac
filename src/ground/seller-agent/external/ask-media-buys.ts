import { type ListedMediaBuy, type MediaBuyList, SellerRefused, SellerUnreachable } from "../port.ts";
import { fromAdcpListedMediaBuys, UNDER_WAY } from "./adcp-listed-media-buy.ts";
import { fromAdcpListedTasks, UNDECIDED_PURCHASES } from "./adcp-listed-task.ts";
import type { Conversation } from "./conversation.ts";

/** AdCP 3.1's name comes first. */
const TASK_LISTS = ["list_tasks", "tasks_list", "tasks/list"];

/** Everything that the seller has booked or is deciding on; undefined if it cannot list the booked buys. */
export async function askForMediaBuys(talk: Conversation): Promise<MediaBuyList | undefined> {
  if (!talk.has("get_media_buys")) return undefined;
  // Tasks are listed first: a task that is decided in between then appears among the buys. In the reverse order it could be missing from
  // both lists.
  const undecided = await askForUndecided(talk);
  const pages = await talk.pages("get_media_buys", { status_filter: UNDER_WAY }, "media_buys");
  const bought = fromAdcpListedMediaBuys(pages.flatMap(({ media_buys }) => media_buys));
  return { mediaBuys: [...(undecided ?? []), ...bought], hasUndecided: undecided !== undefined };
}

/** Undefined if the seller does not list tasks, or does not list them for us. */
async function askForUndecided(talk: Conversation): Promise<readonly ListedMediaBuy[] | undefined> {
  const tool = TASK_LISTS.find((name) => talk.has(name));
  if (!tool) return undefined;
  try {
    const pages = await talk.pages(tool, UNDECIDED_PURCHASES, "tasks");
    return fromAdcpListedTasks(pages.flatMap(({ tasks }) => tasks));
  } catch (error) {
    if (error instanceof SellerRefused && error.errors.every(({ recovery }) => recovery !== "transient"))
      return undefined;
    if (error instanceof SellerUnreachable && error.reason === "malformed") return undefined;
    throw error;
  }
}
