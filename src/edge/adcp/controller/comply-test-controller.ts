import { z } from "zod";
import { readDeclaredAccount } from "../../../supply/callers/index.ts";
import type { Json } from "../../reference/index.ts";
import type { ToolAnswer } from "../protocol/envelope.ts";
import type { AdcpRequestContext } from "../request-context.ts";
import { completed, tool } from "../tools/tool.ts";
import { AccountRef } from "../words/account.ts";
import { fault } from "./scenario.ts";
import { SCENARIOS } from "./scenarios.ts";

const Input = z.object({
  scenario: z.string().describe("list_scenarios lists the available scenarios"),
  params: z.record(z.string(), z.unknown()).default({}),
  account: z.looseObject({ account_id: z.string().optional() }).optional().describe("One of your sandbox accounts"),
});

const LIST = "list_scenarios";

/** AdCP's test controller, with which a caller controls its own trials in sandbox accounts. */
export const complyTestController = tool({
  name: "comply_test_controller",
  title: "Control a test",
  description: "Forces states in your own sandbox accounts, so that you can test a client. It buys nothing.",
  input: Input,
  answer: z.looseObject({ success: z.literal(true) }),
  refs: { "account.account_id": "declaredAccount" },
  isTrial: ({ scenario }) => scenario === LIST,
  audit: {
    action: "UPDATE",
    resource: "SANDBOX",
    note: ({ scenario, params }) => ({ resourceId: scenario, changes: { params: { to: Object.keys(params) } } }),
  },
  isForSandbox: true,
  async handle({ scenario, params, account }, requestContext) {
    if (!(await isTrial(account?.account_id, requestContext)))
      return refused(fault("FORBIDDEN", "only sandbox accounts can be used here: name one that you have declared"));
    if (scenario === LIST) return completed({ success: true, scenarios: Object.keys(SCENARIOS) });
    const play = Object.hasOwn(SCENARIOS, scenario) ? SCENARIOS[scenario] : undefined;
    if (!play) return refused(fault("UNKNOWN_SCENARIO", `there is no scenario ${scenario}: call list_scenarios`));
    const body = await play(params, { ...requestContext, account: AccountRef.safeParse(account).data });
    return body.success === true ? completed(body) : refused(body);
  },
});

/** A caller's statement that an account is a sandbox account proves nothing; its key or the account's declaration does. */
async function isTrial(accountId: string | undefined, { viewer, resolved }: AdcpRequestContext): Promise<boolean> {
  if (viewer.sandbox) return true;
  return accountId !== undefined && ((await readDeclaredAccount(resolved.caller, accountId))?.sandbox ?? false);
}

function refused(body: Json): ToolAnswer {
  return { status: "failed", body };
}
