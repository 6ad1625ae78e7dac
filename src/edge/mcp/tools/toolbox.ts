import { isChallenging, PublicError } from "../../../ground/kernel/errors.ts";
import type { Log } from "../../../ground/kernel/log.ts";
import type { Operation } from "../../../ground/kernel/operation.ts";
import type { Viewer } from "../../../ground/kernel/viewer.ts";
import { bug } from "../../http/envelope.ts";
import type { Edge } from "../../http/mount.ts";
import type { Health } from "../../http/vital-signs.ts";
import { type Guide, type Json, openGuide, openLibrary, type Section } from "../../reference/index.ts";
import type { Called } from "../answered.ts";
import type { McpServerKind } from "../endpoints.ts";
import { readCallerSituation } from "../murph/caller-situation.ts";
import { INVALID_PARAMS, ProtocolFault } from "../protocol/fault.ts";
import { accountTools } from "./account.ts";
import { admin } from "./admin.ts";
import { apiCall } from "./api-call.ts";
import { askAboutCapability } from "./ask-about-capability.ts";
import { askMurph } from "./ask-murph.ts";
import { health } from "./health.ts";
import { errorResult, errorResultOf, resultOf } from "./result.ts";
import type { McpRequestContext, Tool } from "./tool.ts";

export interface Toolbox {
  listFor(viewer: Viewer): readonly Json[];
  /** Throws `ProtocolFault` if the tool does not exist, and `Unauthorized` if the key is no longer valid. */
  call(name: string, given: unknown, requestContext: McpRequestContext): Promise<Called>;
}

export interface ToolboxOptions extends Pick<Edge, "host" | "keyring"> {
  readonly operations: readonly Operation[];
  /** Reads the documents for people who operate the server or work with it. */
  readonly documents: () => readonly Section[];
  readonly health: () => Promise<Health>;
}

/**
 * The tools of the server for one side (buyer contract m.2, storefront contract §11). Its callers have a key, so operations without
 * authentication are only available over REST.
 */
export function openToolbox(desk: McpServerKind, workshop: ToolboxOptions): Toolbox {
  const keyed = workshop.operations.filter(({ access }) => access !== "public");
  const guide = openGuide(desk, keyed);
  const tools = [
    health(workshop.health),
    ...accountTools(guide.operations, workshop),
    ...asking(desk, guide, workshop),
    apiCall(guide, workshop),
    admin(openGuide("operator", keyed), workshop),
  ];
  return {
    listFor: (viewer) => tools.filter((tool) => tool.listedFor(viewer)).map(({ listing }) => listing),
    async call(name, given, requestContext) {
      const tool = tools.find((one) => one.name === name);
      if (!tool) {
        const names = tools.filter((one) => one.listedFor(requestContext.viewer)).map((one) => one.name);
        throw new ProtocolFault(
          INVALID_PARAMS,
          `there is no tool ${JSON.stringify(name)}; there are ${names.join(", ")}`,
        );
      }
      try {
        const reported = await tool.call(given, requestContext);
        return { status: reported.outcome.status, result: resultOf(reported) };
      } catch (error) {
        return failed(error, name, requestContext, workshop.host.log);
      }
    },
  };
}

/** A seller's tools report the seller's situation first; for a buyer, the media buys themselves contain this. */
function asking(desk: McpServerKind, guide: Guide, workshop: ToolboxOptions): Tool[] {
  if (desk === "buyer") return [askAboutCapability(guide)];
  return [
    askAboutCapability(guide, (requestContext) => readCallerSituation(guide, requestContext, workshop)),
    askMurph(guide, openLibrary(workshop.documents, guide), workshop),
  ];
}

function failed(error: unknown, tool: string, { requestId }: McpRequestContext, log: Log): Called {
  if (isChallenging(error)) throw error;
  if (error instanceof PublicError) return { status: error.status, result: errorResultOf(error, requestId, tool) };
  log.error({ err: error, requestId, tool }, "a bug");
  const envelope = bug(requestId);
  return { status: 500, result: errorResult({ ...envelope, ...envelope.error }, `${envelope.error?.message}.`) };
}
