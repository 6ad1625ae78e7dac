import { expect, test } from "vitest";
import type { Capabilities } from "../../ground/seller-agent/index.ts";
import { agentIdOf, requiresCredentials, type Source, STATUS } from "./source.ts";

const CAPABILITIES: Capabilities = {
  supportedVersions: ["3.1"],
  protocols: ["media_buy"],
  tools: [],
  channels: [],
  publisherDomains: [],
  hasCreativeLibrary: null,
  requireOperatorAuth: false,
  supportedBillings: [],
  idempotencyTtlSeconds: null,
};
const ofOperators: Capabilities = { ...CAPABILITIES, requireOperatorAuth: true };

test.each<[string, Pick<Source, "authenticationType" | "authConfigured" | "capabilities">, boolean]>([
  ["an open agent", { authenticationType: "NO_AUTH", authConfigured: false, capabilities: CAPABILITIES }, false],
  ["an agent the seller opens", { authenticationType: "API_KEY", authConfigured: true, capabilities: null }, false],
  [
    "an agent the seller does not open",
    { authenticationType: "API_KEY", authConfigured: false, capabilities: null },
    true,
  ],
  ["an agent of operators", { authenticationType: "NO_AUTH", authConfigured: false, capabilities: ofOperators }, true],
  ["the same, opened", { authenticationType: "API_KEY", authConfigured: true, capabilities: ofOperators }, true],
])("buyers only need their own credential if they must: %s", (_, source, required) => {
  expect(requiresCredentials({ ...source, buyersBringOwn: false })).toBe(required);
});

test("one agent has one id however its URL is spelled, and another agent has another", () => {
  const idAt = (endpointUrl: string, protocol: "MCP" | "A2A" = "MCP") =>
    agentIdOf({ endpointUrl, protocol, storefrontId: 1, sourceId: "any" });
  const id = idAt("https://agent.example/mcp");
  expect(id).toMatch(/^agt_[0-9a-f]{16}$/);
  for (const same of ["https://AGENT.example:443/mcp", "https://agent.example/mcp/", "https://agent.example/mcp#a"])
    expect(idAt(same)).toBe(id);
  for (const other of ["https://agent.example/MCP", "https://agent.example/mcp?a", "http://agent.example/mcp"])
    expect(idAt(other)).not.toBe(id);
  expect(idAt("https://agent.example/mcp", "A2A")).not.toBe(id);
});

test("a simulated agent belongs to its storefront", () => {
  const simulated = { endpointUrl: null, protocol: null, sourceId: "main" };
  expect(agentIdOf({ ...simulated, storefrontId: 1 })).not.toBe(agentIdOf({ ...simulated, storefrontId: 2 }));
});

test("nothing leads back to PENDING", () => {
  expect(Object.values(STATUS).flatMap((step) => Object.values(step))).not.toContain("PENDING");
});
