import { expect, test } from "vitest";
import { fromAdagentsJson } from "./adagents-document.ts";
import { isSameAgent } from "./agent-url.ts";
import { verdictOf } from "./authorisation.ts";

const AGENT = "https://market.example/storefront/daily/mcp";
const WALL = new Date("2026-08-01T00:00:00Z");
const PROPERTIES = [
  { property_id: "own", tags: ["news"] },
  { property_id: "theirs", tags: ["sport"], publisher_domain: "Other.com" },
];

function reasonOf(agent: object, more: object = {}, domain = "daily.com"): string | null {
  const json = { properties: PROPERTIES, authorized_agents: [null, { url: AGENT, ...agent }], ...more };
  const document = fromAdagentsJson(json);
  if (document.kind !== "file") throw new Error("the file was not read");
  const reading = { kind: "resolved", file: document.file, url: "https://daily.com", method: "direct" } as const;
  return verdictOf(reading, { domain, agentUrl: AGENT, wall: WALL }).authorizationReason;
}

const all = { authorization_type: "publisher_properties" };
const selecting = (selector: object) => ({ ...all, publisher_properties: [selector] });

test.each([
  ["authorized", { authorization_type: "property_ids", property_ids: ["own"] }],
  ["agent_not_property_bound", { authorization_type: "property_ids", property_ids: ["theirs"] }],
  ["authorized", { authorization_type: "property_tags", property_tags: ["news"] }],
  ["agent_not_property_bound", { authorization_type: "property_tags", property_tags: ["sport"] }],
  ["authorized", { authorization_type: "inline_properties", properties: [{ name: "App" }] }],
  ["agent_not_property_bound", { authorization_type: "inline_properties", properties: [] }],
  ["authorized", selecting({ publisher_domain: "daily.com", selection_type: "all" })],
  ["authorized", selecting({ publisher_domains: ["x.com", "daily.com"], selection_type: "all" })],
  ["agent_not_property_bound", selecting({ publisher_domain: "x.com", selection_type: "all" })],
  ["authorized", selecting({ publisher_domain: "daily.com", selection_type: "by_id", property_ids: ["own"] })],
  [
    "agent_not_property_bound",
    selecting({ publisher_domain: "daily.com", selection_type: "by_tag", property_tags: ["x"] }),
  ],
  ["agent_not_property_bound", { authorization_type: "signal_ids", signal_ids: ["s"] }],
  ["agent_untyped", { property_ids: ["own"] }],
])("an agent is %s by %j", (reason, agent) => {
  expect(reasonOf(agent)).toBe(reason);
});

test("an authorisation is valid from its first instant to its last", () => {
  const bound = { authorization_type: "property_ids", property_ids: ["own"] };
  const window = (from: string, until: string) => ({ ...bound, effective_from: from, effective_until: until });
  expect(reasonOf(window("2026-08-01T00:00:00Z", "2026-08-02T00:00:00Z"))).toBe("authorized");
  expect(reasonOf(window("2026-07-01T00:00:00Z", "2026-08-01T00:00:00Z"))).toBe("agent_not_listed");
  expect(reasonOf(window("2026-08-01T02:00:00+01:00", "2026-09-01T00:00:00Z"))).toBe("agent_not_listed");
});

test("a revocation takes precedence over every authorisation", () => {
  const bound = { authorization_type: "property_ids", property_ids: ["own"] };
  const revoked_publisher_domains = [{ publisher_domain: "Daily.com", revoked_at: "2026-01-01T00:00:00Z" }];
  expect(reasonOf(bound, { revoked_publisher_domains })).toBe("agent_not_listed");
});

test("case, default ports, needless escapes and a trailing slash do not distinguish two agents; paths do", () => {
  for (const same of [
    "HTTPS://Market.Example:443/storefront/daily/mcp/",
    "https://market.example/storefront/d%61ily/mcp",
  ])
    expect(isSameAgent(same, AGENT)).toBe(true);
  for (const other of [
    "https://market.example/storefront/Daily/mcp",
    "http://market.example/storefront/daily/mcp",
    "x",
  ])
    expect(isSameAgent(other, AGENT)).toBe(false);
});
