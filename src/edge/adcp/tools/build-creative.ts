import { z } from "zod";
import type {
  BuildStatus,
  CreativeBuild,
  CreativeToBuild,
  FormatId,
  SellerAgent,
  SellerCall,
} from "../../../ground/seller-agent/index.ts";
import { SellerRefused } from "../../../ground/seller-agent/index.ts";
import { type Build, isSame, readBuildByKey } from "../../../supply/creatives/index.ts";
import { BuiltAnswer } from "../answers/creatives.ts";
import { checkCallback, enqueueCallbacks, PushNotificationConfig } from "../callbacks/requested-callback.ts";
import { checked } from "../checks/unless-repeated.ts";
import type { ToolAnswer } from "../protocol/envelope.ts";
import { refused } from "../protocol/failure.ts";
import { type Release, releaseOf } from "../protocol/release.ts";
import { type AdcpRequestContext, sellerCall } from "../request-context.ts";
import { AccountRef, Brand, fromAdcpAccount } from "../words/account.ts";
import { asAsked, fromAdcpBuild, SourceManifest, toAdcpBuilt } from "../words/build.ts";
import { AdcpFormatId } from "../words/format.ts";
import { completed, IdempotencyKey, tool } from "./tool.ts";

const Input = z.object({
  idempotency_key: IdempotencyKey,
  message: z.string().max(4_000).optional().describe("Additional instructions for a brief, placed before its message"),
  creative_manifest: SourceManifest.describe("The source material: assets with one script, or one brief"),
  target_format_id: AdcpFormatId.loose().optional().describe("One of list_creative_formats, with its duration"),
  mode: z.string().optional().describe("Must be execute: cost estimates are not offered"),
  max_variants: z.int().positive().optional().describe("Must be 1: request further creatives one by one"),
  account: AccountRef.optional(),
  brand: Brand.optional(),
  push_notification_config: PushNotificationConfig,
  adcp_version: z.string().optional(),
  adcp_major_version: z.int().optional(),
});

export const buildCreative = tool({
  name: "build_creative",
  title: "Build a creative",
  description:
    "Produces audio of the duration in target_format_id, in the language of the asset: a text asset is read word " +
    "for word, and a brief is written up first. If it takes longer, the answer is a task: poll tasks_get until it " +
    "is finished, then pass on the manifest in its result.",
  input: Input,
  answer: BuiltAnswer,
  refs: { "account.account_id": "declaredAccount" },
  isOfSomeSources: true,
  ignores: ({ message, creative_manifest }) =>
    message !== undefined && isScript(creative_manifest) ? ["message"] : [],
  audit: {
    action: "CREATE",
    resource: "CREATIVE",
    note: (_, { task_id }) => ({ resourceId: typeof task_id === "string" ? task_id : null }),
  },
  async handle({ idempotency_key: idempotencyKey, push_notification_config, ...asked }, requestContext) {
    checkCallback(push_notification_config, requestContext);
    refuseOthers(asked);
    const call = sellerCall(requestContext, await fromAdcpAccount(asked.account, requestContext));
    const order = await checked(newOrder({ ...asked, idempotencyKey }, requestContext, call));
    const { build, formatId } =
      order.kind === "ready"
        ? await built(order.value, requestContext, call)
        : await builtBefore({ ...asked, idempotencyKey }, order.objection, requestContext, call);
    const answer = answerOfBuild(build, formatId, { requestContext, release: releaseOf(asked) });
    return enqueueCallbacks(answer, "build_creative", push_notification_config, requestContext);
  },
});

type Asked = Parameters<typeof fromAdcpBuild>[0] & { readonly idempotencyKey: string };
type Built = Pick<BuildStatus, "build" | "formatId">;

/** Throws `SellerRefused` if the creative cannot be ordered now. */
async function newOrder(
  { idempotencyKey, ...asked }: Asked,
  { resolved: { agent } }: AdcpRequestContext,
  call: SellerCall,
): Promise<CreativeToBuild> {
  const { tools } = await agent.capabilities(call);
  if (!tools.includes("build_creative")) throw unable(agent);
  return { idempotencyKey, ...fromAdcpBuild(asked, await agent.listCreativeFormats(call)) };
}

async function built(
  order: CreativeToBuild,
  { resolved: { agent } }: AdcpRequestContext,
  call: SellerCall,
): Promise<Built> {
  if (!agent.buildCreative) throw unable(agent);
  const { formatId } = order;
  return { build: await agent.buildCreative(order, call), ...(formatId && { formatId }) };
}

/** What an earlier attempt of the request has ordered. Throws the objection to the request if there is nothing. */
async function builtBefore(
  { idempotencyKey, ...asked }: Asked,
  objection: unknown,
  { resolved: { agent, caller } }: AdcpRequestContext,
  call: SellerCall,
): Promise<Built> {
  const { side, ...owner } = caller;
  const known = await readBuildByKey(side, owner, idempotencyKey);
  if (!known) throw objection;
  if (!isOrderOf(known, asked))
    throw refused("IDEMPOTENCY_CONFLICT", "the key was used for another request", "idempotency_key");
  const standing = await agent.getBuild?.(known.buildId, call);
  if (!standing) throw objection;
  return standing;
}

/** The format need not be offered any more. */
function isOrderOf(build: Build, asked: Omit<Asked, "idempotencyKey">): boolean {
  const { formatId } = build.request;
  try {
    return isSame(build, fromAdcpBuild(asked, formatId ? [{ formatId, isMade: true }] : []));
  } catch (error) {
    if (error instanceof SellerRefused) return false;
    throw error;
  }
}

function unable({ name }: SellerAgent) {
  return refused("UNSUPPORTED_FEATURE", `${name} has no source that makes creatives, or it is not connected`);
}

function refuseOthers({ mode = "execute", max_variants = 1 }: Pick<z.output<typeof Input>, "mode" | "max_variants">) {
  if (mode !== "execute")
    throw refused("UNSUPPORTED_FEATURE", "mode: cost estimates are not offered here: leave it out", "mode");
  if (max_variants > 1)
    throw refused("UNSUPPORTED_FEATURE", "max_variants: a request makes one creative: leave it out", "max_variants");
}

/** A text asset is spoken literally, whatever else the manifest contains. */
function isScript(manifest: unknown): boolean {
  const { data } = SourceManifest.safeParse(manifest);
  return Object.values(data?.assets ?? {}).some(
    (one) => (one as { asset_type?: unknown } | null)?.asset_type === "text",
  );
}

interface ToolCallContext {
  readonly requestContext: AdcpRequestContext;
  readonly release: Release;
}

/** The result of the build. Throws `SellerRefused` if no creative was made. */
export function answerOfBuild(
  build: CreativeBuild,
  formatId: FormatId | undefined,
  { requestContext, release }: ToolCallContext,
): ToolAnswer {
  switch (build.kind) {
    case "done":
      return completed({ creative_manifest: toAdcpBuilt(build.creative.manifest, formatId, release) });
    case "submitted":
      return { status: "submitted", body: { task_id: build.taskId, message: build.message } };
    case "rejected":
      throw new SellerRefused(requestContext.resolved.agent.name, build.errors.map(asAsked));
  }
}
