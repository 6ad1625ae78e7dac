import { randomUUID } from "node:crypto";
import { expect } from "vitest";
import { adcpSchemas } from "../../../../test/agent/adcp-schemas.ts";
import { callTool, type Payload, type ToolCall } from "../../../../test/agent/call-tool.ts";
import { doJobs, makeEverythingDue } from "../../../../test/jobs.ts";
import type { World } from "../../../../test/world.ts";
import type { startAudiostack } from "../../../main/sandbox/providers/index.ts";
import { ok, type WiredShop } from "../providers.fixture.ts";

type Simulated = Awaited<ReturnType<typeof startAudiostack>>;

/**
 * A storefront that produces audio, as an AdCP client with a buyer's key sees it. Every answer is validated against the
 * schemas.
 */
export type AudiostackSimulation = Awaited<ReturnType<typeof openAudiostackSimulation>>;

/** Opens and lists the storefront, and uses it as a buyer. */
export async function openAudiostackSimulation(world: World, { seller, storefrontId }: WiredShop) {
  const { platformId } = ok(await seller.get("/storefront"));
  ok(await seller.put("/storefront", { isPaused: false }));
  ok(await (await world.caller("OPERATOR")).post(`/operator/storefronts/${storefrontId}/list`));
  const buyer = await world.caller("BUYER", { sandbox: true });
  const at = { world, platformId, buyer } as Parameters<typeof callTool>[0];
  const complaintsOf = adcpSchemas();
  const ask = async (tool: string, input: object = {}, as: ToolCall = {}): Promise<Payload> => {
    const { payload } = await callTool(at, tool, { adcp_version: "3.1", ...input }, as);
    expect({ tool, complaints: complaintsOf(tool, payload) }).toEqual({ tool, complaints: [] });
    return payload;
  };
  const formatOf = async (id: string): Promise<Payload> =>
    (await ask("list_creative_formats")).formats.find(({ format_id }: Payload) => format_id.id === id)?.format_id;
  /** Orders as a task, and polls the task when it is done. */
  const ordered = async (audiostack: Simulated): Promise<Payload> => {
    const { status, task_id } = await ask(
      "build_creative",
      scripted({ target_format_id: await formatOf("audio_30s") }),
    );
    expect([status, task_id]).toEqual(["submitted", expect.stringMatching(/^task_/)]);
    await finish(world, audiostack);
    const task = await ask("get_task_status", { task_id });
    expect(task).toMatchObject({ task_type: "build_creative", protocol: "creative", status: "completed" });
    return task.result;
  };
  const inOldRelease = async (tool: string, input: object): Promise<Payload> =>
    (await callTool(at, tool, input)).payload;
  return { platformId, buyer, ask, formatOf, ordered, inOldRelease };
}

/** Lets the production finish, and runs the jobs that wait for it. */
export async function finish(world: World, audiostack: Simulated): Promise<void> {
  audiostack.controls.advance(60_000);
  await makeEverythingDue(world);
  await doJobs(world);
}

/** An order of audio from a script, without its format. */
export function scripted(changes: object = {}) {
  return {
    idempotency_key: randomUUID(),
    creative_manifest: {
      name: "Spring spot",
      format_kind: "audio_hosted",
      assets: { script: { asset_type: "text", content: "Go outside. It is spring.", language: "en" } },
    },
    ...changes,
  };
}
