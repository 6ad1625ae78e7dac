import { describe, expect, test } from "vitest";
import { onSandboxOnly } from "./sandbox-only.ts";

const NATURAL = { brand: { domain: "acme.example" }, operator: "agency.example" };

const mcp = (name: string, input: object) =>
  JSON.stringify({ jsonrpc: "2.0", id: 1, method: "tools/call", params: { name, arguments: input } });
const a2a = (skill: string, field: "input" | "parameters", input: object) =>
  JSON.stringify({
    jsonrpc: "2.0",
    id: 1,
    method: "message/send",
    params: {
      message: {
        parts: [
          { kind: "text", text: "buy" },
          { kind: "data", data: { skill, [field]: input } },
        ],
      },
    },
  });

const CALLS: readonly (readonly [string, (name: string, input: object) => string])[] = [
  ["MCP", mcp],
  ["A2A", (name, input) => a2a(name, "parameters", input)],
  ["A2A, as others spell it", (name, input) => a2a(name, "input", input)],
];

describe.each(CALLS)("over %s", (_, call) => {
  test("a write to an account known by brand and operator is sent as one to its sandbox account", () => {
    const input = { account: NATURAL, packages: [] };
    const marked = { ...input, account: { ...NATURAL, sandbox: true } };
    expect(JSON.parse(onSandboxOnly(call("create_media_buy", input)) ?? "")).toEqual(
      JSON.parse(call("create_media_buy", marked)),
    );
  });

  test("accounts that are created are sandbox accounts", () => {
    const made = onSandboxOnly(call("sync_accounts", { accounts: [NATURAL, { ...NATURAL, sandbox: false }] })) ?? "";
    const sandbox = { ...NATURAL, sandbox: true };
    expect(JSON.parse(made)).toEqual(JSON.parse(call("sync_accounts", { accounts: [sandbox, sandbox] })));
  });

  test("an account within an entry is marked there, and next to the entries as well", () => {
    const sandbox = { ...NATURAL, sandbox: true };
    const left = onSandboxOnly(call("sync_governance", { accounts: [{ account: NATURAL }], account: NATURAL })) ?? "";
    const marked = { accounts: [{ account: sandbox }], account: sandbox };
    expect(JSON.parse(left)).toEqual(JSON.parse(call("sync_governance", marked)));
  });

  test.each([
    ["an entry by its id", { accounts: [NATURAL, { account_id: "acc_1" }] }],
    ["an entry's account by its id", { accounts: [{ ...NATURAL, account: { account_id: "acc_1" } }] }],
    ["an account by its id beside entries", { accounts: [NATURAL], account: { account_id: "acc_1" } }],
    ["an account by its id", { account: { account_id: "acc_1" } }],
    ["an id beside a brand", { account: { account_id: "acc_1", ...NATURAL } }],
    ["an account that is a text", { account: "acc_1" }],
    ["no account at all", {}],
  ])("a write to %s is not sent", (_name, input) => {
    expect(onSandboxOnly(call("create_media_buy", input))).toBeUndefined();
    expect(onSandboxOnly(call("update_media_buy", input))).toBeUndefined();
    expect(onSandboxOnly(call("a_tool_of_tomorrow", input))).toBeUndefined();
  });

  test("the test controller is only called for sandboxes, and for no account by its id", () => {
    for (const input of [{ scenario: "x" }, { scenario: "x", account: { sandbox: true } }]) {
      const body = call("comply_test_controller", input);
      expect(onSandboxOnly(body)).toBe(body);
    }
    for (const account of [{ account_id: "a" }, { account_id: "a", sandbox: true }, {}])
      expect(onSandboxOnly(call("comply_test_controller", { scenario: "x", account }))).toBeUndefined();
  });

  test("a call that only reads is sent as it is", () => {
    const read = call("get_media_buys", { account: { account_id: "acc_1" } });
    expect(onSandboxOnly(read)).toBe(read);
  });
});

test("a message that calls no tool is sent as it is", () => {
  for (const body of ["", "not JSON", "[]", mcp("get_products", {}), '{"method":"initialize","params":{}}'])
    expect(onSandboxOnly(body)).toBe(body);
});
