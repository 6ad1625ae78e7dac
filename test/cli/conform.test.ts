import { expect, onTestFinished, test } from "vitest";
import { EXIT } from "../../src/main/cli/failures/exit-code.ts";
import { freePort } from "../free-port.ts";
import { type Payload, type ScriptedSeller, startScriptedSeller } from "../seller/scripted-seller.ts";
import { interchange } from "./shell.ts";

/** An agent that declares no protocol is only tested with what applies to all: few storyboards, which end quickly. */
const CAPABILITIES = {
  status: "completed",
  adcp: { major_versions: [3], supported_versions: ["3.0"], idempotency: { supported: false } },
  supported_protocols: [],
  account: { supported_billing: ["operator"], sandbox: true },
};
const LIMIT = { timeout: 120_000 };

async function agentThat(answers: (input: Payload) => Payload): Promise<ScriptedSeller> {
  const seller = await startScriptedSeller();
  onTestFinished(() => seller.close());
  seller.on("get_adcp_capabilities", (input) => ({ payload: answers(input) }));
  return seller;
}

const conform = (...typed: string[]) => interchange(["conform", ...typed, "-o", "json"], { env: {} });

test(
  "an agent that passes every step is told from one that fails one, by the exit code and the step's name",
  LIMIT,
  async () => {
    const good = await agentThat(({ context }) => ({ ...CAPABILITIES, context }));
    const passed = await conform(good.a2aUrl, "--protocol", "A2A");
    expect(JSON.parse(passed.out)).toContainEqual({ track: "core", area: "Core protocol", status: "pass", reason: "" });
    expect(JSON.parse(passed.out)).toContainEqual(
      expect.objectContaining({ status: "skip", reason: "none of its steps applies to this agent" }),
    );
    expect([passed.code, passed.err]).toEqual([EXIT.done, expect.stringMatching(/1 of 1 tracks pass/)]);

    const forgetful = await agentThat(() => CAPABILITIES);
    const failed = await conform(forgetful.a2aUrl, "--protocol", "A2A");
    expect(JSON.parse(failed.out)[0]).toMatchObject({
      reason: expect.stringMatching(/^capability_discovery, get_cap/),
    });
    expect([failed.code, failed.err]).toEqual([EXIT.doesNotHold, expect.stringMatching(/nothing passes in Core/)]);
  },
);

test("an agent that cannot be reached was not tested, which is no verdict about it", LIMIT, async () => {
  const { code, out, err } = await conform(`http://127.0.0.1:${await freePort()}/mcp`);
  expect([code, out]).toEqual([EXIT.unreachable, ""]);
  expect(err).toMatch(/error: the agent could not be examined: /);
});

test.each([
  [["seller.example/mcp"], /not a URL: give the agent's, such as https/],
  [["https://seller.example/mcp", "--minutes", "soon"], /must be a number above 0/],
])("%j is refused before anything is sent", async (typed, why) => {
  const { code, err } = await conform(...typed);
  expect([code, err]).toEqual([EXIT.usage, expect.stringMatching(why)]);
});
