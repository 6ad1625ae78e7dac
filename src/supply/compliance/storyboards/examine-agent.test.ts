import { expect, onTestFinished, test } from "vitest";
import { type ScriptedSeller, startScriptedSeller } from "../../../../test/seller/scripted-seller.ts";
import type { Graded } from "../track.ts";
import type { AgentUnderTest, Examination, StoryboardProgress } from "./examination.ts";
import { examineAgent } from "./examine-agent.ts";

/** Longer than anything here takes on any machine. */
const PATIENCE_MS = 280_000;
const TOKEN = "sk_never_to_be_told";

async function startSeller(): Promise<ScriptedSeller> {
  const seller = await startScriptedSeller({ token: TOKEN });
  onTestFinished(() => seller.close());
  return seller;
}

const examinee = (seller: ScriptedSeller, change: Partial<AgentUnderTest> = {}): AgentUnderTest => ({
  endpointUrl: seller.mcpUrl,
  protocol: "MCP",
  auth: { type: "bearer", token: TOKEN },
  allowLoopback: true,
  answerTimeoutMs: PATIENCE_MS,
  enoughMs: PATIENCE_MS,
  ...change,
});

const WRITES = ["create_media_buy", "update_media_buy", "sync_creatives", "sync_accounts"];

/** An agent that supports everything, but identifies accounts by id only. */
function offerEverything(seller: ScriptedSeller, { sandbox }: { readonly sandbox: boolean }): void {
  seller.on("get_adcp_capabilities", {
    payload: {
      adcp: { major_versions: [3], supported_versions: ["3.0"], idempotency: { supported: false } },
      supported_protocols: ["media_buy"],
      account: { supported_billing: ["operator"], sandbox },
    },
  });
  const account = { account_id: "acc_live", status: "active", billing: "operator" };
  const payload = {
    products: [],
    accounts: [account],
    media_buys: [],
    formats: [],
    media_buy_id: "mb_1",
    packages: [],
  };
  const reads = ["get_products", "get_media_buys", "get_media_buy_delivery", "list_accounts", "list_creative_formats"];
  for (const tool of [...reads, ...WRITES]) seller.on(tool, { payload });
}

const written = ({ calls }: ScriptedSeller) => calls.filter(({ tool }) => WRITES.includes(tool));

test("on an agent with sandbox accounts everything is written to one, marked as such", async () => {
  const seller = await startSeller();
  offerEverything(seller, { sandbox: true });
  await examineAgent(examinee(seller), PATIENCE_MS);
  const said = written(seller).flatMap(({ input }) => (input.accounts as object[] | undefined) ?? [input.account]);
  expect(said.length).toBeGreaterThan(5);
  expect(said.filter((account) => (account as { sandbox?: unknown }).sandbox !== true)).toEqual([]);
  expect(JSON.stringify(written(seller))).not.toContain("acc_live");
});

test("nothing is written to an agent without sandbox accounts, and that is reported", async () => {
  const seller = await startSeller();
  offerEverything(seller, { sandbox: false });
  const examination = await examineAgent(examinee(seller), PATIENCE_MS);
  expect(seller.callsOf("get_adcp_capabilities").length).toBeGreaterThan(0);
  expect(written(seller)).toEqual([]);
  expect(examination).toMatchObject({ observations: [{ message: expect.stringContaining("account.sandbox") }] });
});

test("an agent whose URL an installation may not call gets no request, over MCP or A2A", async () => {
  const seller = await startSeller();
  for (const [protocol, endpointUrl] of [
    ["MCP", seller.mcpUrl],
    ["A2A", seller.a2aUrl],
  ] as const)
    expect(
      await examineAgent(examinee(seller, { protocol, endpointUrl, allowLoopback: false }), PATIENCE_MS),
    ).toMatchObject({ kind: "unreachable" });
  expect([seller.requests, seller.calls]).toEqual([[], []]);
});

test("a credential is only sent to its own origin, wherever an agent card leads", async () => {
  const [seller, stranger] = [await startSeller(), await startScriptedSeller()];
  onTestFinished(() => stranger.close());
  seller.pointCardTo(stranger.a2aUrl);
  stranger.on("get_products", { payload: { products: [] } });
  await examineAgent(examinee(seller, { protocol: "A2A", endpointUrl: seller.a2aUrl }), PATIENCE_MS);
  expect(stranger.calls.length).toBeGreaterThan(0);
  expect(JSON.stringify(stranger.calls)).not.toContain(TOKEN);
});

test("a credential that an agent repeats is not shown", async () => {
  const seller = await startSeller();
  seller.on("get_adcp_capabilities", {
    payload: { adcp_error: { code: "X", message: `bad ${TOKEN}` } },
    failed: true,
  });
  const reported = failuresIn(await examineAgent(examinee(seller), PATIENCE_MS));
  expect(reported.join()).toContain("bad …");
  expect(reported.join()).not.toContain(TOKEN);
});

test("an agent that does what it declares fails no part of the core track", async () => {
  const seller = await startSeller();
  seller.on("get_adcp_capabilities", ({ context }) => ({
    payload: {
      status: "completed",
      adcp: { major_versions: [3], supported_versions: ["3.0"], idempotency: { supported: false } },
      supported_protocols: ["media_buy"],
      account: { supported_billing: ["operator"] },
      context,
    },
  }));
  const told: StoryboardProgress[] = [];
  const examination = await examineAgent(examinee(seller), PATIENCE_MS, (progress) => told.push(progress));
  const total = told[0]?.total ?? 0;
  expect(total).toBeGreaterThan(1);
  expect(told).toEqual(Array.from({ length: total + 1 }, (_, done) => ({ done, total })));
  const core = gradedIn(examination).filter(({ track }) => track === "core");
  expect(core.flatMap(({ failed }) => failed)).toEqual([]);
  expect(core.some(({ passed }) => passed > 0)).toBe(true);
});

test("an agent that is unreachable, never answers, or stops answering is unreachable, and fails nothing", async () => {
  const gone = { ...examinee(await startSeller()), endpointUrl: "http://127.0.0.1:1/mcp" };
  const mute = await startSeller();
  mute.meetAllWith({ hang: true });
  const fickle = await startSeller();
  fickle.on("get_adcp_capabilities", { payload: {} }, { drop: true });
  expect(await examineAgent(gone, PATIENCE_MS)).toMatchObject({ kind: "unreachable" });
  expect(await examineAgent(examinee(mute), 3_000)).toMatchObject({ kind: "unreachable" });
  expect(await examineAgent(examinee(fickle), PATIENCE_MS)).toMatchObject({ kind: "unreachable" });
});

test("an agent that requires a credential is not graded without one", async () => {
  const seller = await startSeller();
  expect(await examineAgent(examinee(seller, { auth: { type: "none" } }), PATIENCE_MS)).toMatchObject({
    kind: "unreachable",
  });
});

function gradedIn(examination: Examination): readonly Graded[] {
  return examination.kind === "graded" ? examination.graded : [];
}

function failuresIn(examination: Examination): readonly string[] {
  return gradedIn(examination).flatMap(({ failed }) => failed);
}
