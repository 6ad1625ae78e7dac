import type { Viewer } from "../../../ground/kernel/viewer.ts";
import { complyTestController } from "../controller/comply-test-controller.ts";
import type { AdcpRequestContext } from "../request-context.ts";
import { sellerCall } from "../request-context.ts";
import { buildCreative } from "./build-creative.ts";
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

/** All tools of a storefront's agent, in the order in which a buyer needs them. */
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
  buildCreative,
  syncCreatives,
  listCreatives,
  updateMediaBuy,
  getMediaBuys,
  getMediaBuyDelivery,
  complyTestController,
];

/** The tools that are listed for a caller; those that only some sources support are included if the caller's agent says so. */
export async function toolsFor(
  requestContext: AdcpRequestContext,
  { sandbox }: Pick<Viewer, "sandbox"> = requestContext.viewer,
): Promise<readonly Tool[]> {
  const said = await requestContext.resolved.agent.capabilities(sellerCall(requestContext, undefined));
  const has = ({ name, isOfSomeSources }: Tool) => !isOfSomeSources || said.tools.includes(name);
  return TOOLS.filter((tool) => has(tool) && (sandbox || !tool.isForSandbox));
}

export function toolNamed(name: unknown): Tool | undefined {
  return TOOLS.find((one) => one.name === name);
}
