import { createTestClient } from "@adcp/sdk/testing";
import { z } from "zod";
import type { Graded } from "../track.ts";
import { chooseStoryboards, type Declared } from "./choose-storyboards.ts";
import {
  type AgentUnderTest,
  type Examination,
  type Observation,
  type StoryboardProgress,
  withoutSecret,
} from "./examination.ts";
import { gradeStoryboard } from "./grade-storyboard.ts";
import type { ThreadGateway } from "./thread-gateway.ts";

const DeclaredCapabilities = z.looseObject({
  supported_protocols: z.array(z.string()).catch([]),
  specialisms: z.array(z.string()).catch([]),
  account: z.looseObject({ sandbox: z.boolean().catch(false) }).catch({ sandbox: false }),
});

/** Runs the storyboards for what an agent declares. An agent that stops answering meanwhile has not failed. */
export async function gradeAgent(
  examinee: AgentUnderTest,
  door: ThreadGateway,
  tell: (progress: StoryboardProgress) => void,
): Promise<Examination> {
  const began = performance.now();
  const options = optionsFor(examinee);
  const client = createTestClient(examinee.endpointUrl, options.protocol, options);
  const tools = await client.getAgentInfo().then(
    (info) => info.tools.map(({ name }) => name),
    (error: unknown) => new Error(error instanceof Error ? error.message : String(error)),
  );
  if (tools instanceof Error) return { kind: "unreachable", message: withoutSecret(tools.message, examinee) };
  const said = await client.getAdcpCapabilities({}).catch(() => undefined);
  const declared = declaredBy(said?.data);
  // Fixtures that a storyboard needs are either seeded by a test controller or not at all.
  const running = { ...options, agentTools: tools, skip_controller_seeding: !tools.includes("comply_test_controller") };
  const graded: Graded[] = [];
  const left = [...chooseStoryboards(declared, examinee.protocol)];
  const total = left.length;
  tell({ done: 0, total });
  while (left[0] && performance.now() - began < examinee.enoughMs) {
    graded.push(await gradeStoryboard(left[0], examinee, running));
    left.shift();
    tell({ done: total - left.length, total });
    const silence = door.silence();
    if (silence !== undefined) return { kind: "unreachable", message: `a request got no answer: ${silence}` };
  }
  const unbegun = left.map(({ track }) => track ?? "core");
  return { kind: "graded", graded, unbegun, observations: observed(declared, left.length) };
}

function optionsFor({ protocol, auth, allowLoopback }: AgentUnderTest) {
  const kit = { auth: { api_key: auth.type === "bearer" ? auth.token : "", probe_task: "get_media_buy_delivery" } };
  return {
    protocol: protocol === "MCP" ? ("mcp" as const) : ("a2a" as const),
    ...(auth.type !== "none" && { auth }),
    ...(auth.type === "bearer" && { test_kit: kit }),
    sandbox: true,
    allow_http: allowLoopback,
  };
}

function declaredBy(data: unknown): Declared {
  const { supported_protocols, specialisms, account } = DeclaredCapabilities.parse(data ?? {});
  return { protocols: supported_protocols, specialisms, sandbox: account.sandbox };
}

function observed({ sandbox, protocols }: Declared, left: number): Observation[] {
  const gaps = [
    !sandbox && "the agent declares no sandbox accounts (account.sandbox), so nothing that writes was tested",
    protocols.length === 0 &&
      "the agent declares no supported_protocols, so only what applies to every agent was graded",
    left > 0 && `time ran out before ${left} storyboards had begun`,
  ];
  return gaps
    .filter((gap) => gap !== false)
    .map((message) => ({ category: "completeness", severity: "warning", message }));
}
