import type { Viewer } from "../../../ground/kernel/viewer.ts";
import { complyTestController } from "../controller/comply-test-controller.ts";
import { createMediaBuy } from "./create-media-buy.ts";
import { getAdcpCapabilities } from "./get-adcp-capabilities.ts";
import { getMediaBuyDelivery } from "./get-media-buy-delivery.ts";
import { getMediaBuys } from "./get-media-buys.ts";
import { getProducts } from "./get-products.ts";
import { listAccounts } from "./list-accounts.ts";
import { listCreativeFormats } from "./list-creative-formats.ts";
import { listCreatives } from "./list-creatives.ts";
import { syncAccounts } from "./sync-accounts.ts";
import { syncCreatives } from "./sync-creatives.ts";
import { getTaskStatus, tasksGet } from "./tasks-get.ts";
import { listTasks, tasksList } from "./tasks-list.ts";
import type { Tool } from "./tool.ts";
import { updateMediaBuy } from "./update-media-buy.ts";

/** Everything that a storefront's agent can be asked, in the order in which a buyer comes to need it. */
export const TOOLS: readonly Tool[] = [
  getAdcpCapabilities,
  getProducts,
  listCreativeFormats,
  syncAccounts,
  listAccounts,
  createMediaBuy,
  getTaskStatus,
  tasksGet,
  listTasks,
  tasksList,
  syncCreatives,
  listCreatives,
  updateMediaBuy,
  getMediaBuys,
  getMediaBuyDelivery,
  complyTestController,
];

/** What a caller is told that there is. */
export function toolsFor({ sandbox }: Pick<Viewer, "sandbox">): readonly Tool[] {
  return TOOLS.filter(({ isForSandbox }) => sandbox || !isForSandbox);
}

export function toolNamed(name: unknown): Tool | undefined {
  return TOOLS.find((one) => one.name === name);
}
