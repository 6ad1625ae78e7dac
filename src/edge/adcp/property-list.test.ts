import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { adcpSchemas } from "../../../test/agent/adcp-schemas.ts";
import { callSkill, callTool, type Payload } from "../../../test/agent/call-tool.ts";
import { type OpenShop, openShop } from "../../../test/agent/open-shop.ts";
import { type ScriptedSeller, startScriptedSeller } from "../../../test/seller/scripted-seller.ts";
import { PROFILES } from "../../supply/simulated/index.ts";

let shop: OpenShop;
let listAgent: ScriptedSeller;
let all: Payload;
const complaintsOf = adcpSchemas();

beforeAll(async () => {
  [shop, listAgent] = await Promise.all([openShop(), startScriptedSeller()]);
  all = (await callTool(shop, "get_products", { buying_mode: "wholesale" })).payload;
});
afterAll(async () => {
  await shop.close();
  await listAgent.close();
});
// Each test has a list of its own, because resolved lists are cached.
let listId: string;
beforeEach(() => {
  listId = crypto.randomUUID();
});

const aboutList = (more: object = {}) => ({
  adcp_version: "3.1",
  property_list: { agent_url: listAgent.mcpUrl, list_id: listId, ...more },
});

function listing(...domains: string[]) {
  const identifiers = domains.map((value) => ({ type: "domain", value }));
  listAgent.on("get_property_list", { payload: { list: { list_id: listId, name: "Ours" }, identifiers } });
}

const publishersIn = (payload: Payload): ReadonlySet<string> =>
  new Set(
    payload.products.flatMap(({ publisher_properties }: Payload) =>
      publisher_properties.map(({ publisher_domain }: Payload) => publisher_domain),
    ),
  );

test.each([
  ["MCP", callTool],
  ["A2A", callSkill],
] as const)(
  "over %s a caller's property list leaves the products of its publishers, and says how many it left out",
  async (_, call) => {
    listing(PROFILES.ctv.publisherDomain);
    const { payload } = await call(shop, "get_products", { buying_mode: "wholesale", ...aboutList() });
    expect(complaintsOf("get_products", payload)).toEqual([]);
    expect(publishersIn(payload)).toEqual(new Set([PROFILES.ctv.publisherDomain]));
    const excluded = all.products.length - payload.products.length;
    expect(excluded).toBeGreaterThan(0);
    expect(payload).toMatchObject({
      property_list_applied: true,
      filter_diagnostics: {
        total_candidates: all.products.length,
        excluded_by: { property_list: { count: excluded } },
      },
    });
    expect(payload.incomplete).toBeUndefined();
  },
);

test.each([
  ["ctv", PROFILES.ctv.publisherDomain],
  ["news", PROFILES.news.publisherDomain],
])("a proposal stays with all of its products, and is left out with any of them (%s)", async (source, domain) => {
  const brief = { buying_mode: "brief", brief: "video for people who hike" };
  const proposed = async (more: object) => {
    const { payload } = await callTool(shop, "get_products", { ...brief, ...more });
    expect(payload.products).not.toEqual([]);
    const sources: string[] = payload.proposals.map(({ proposal_id }: Payload) => proposal_id.split(":")[0]);
    return [...new Set(sources)];
  };
  expect((await proposed({})).toSorted()).toEqual(["ctv", "news"]);
  listing(domain);
  expect(await proposed(aboutList())).toEqual([source]);
});

test("a list of everything leaves everything, and counts nothing", async () => {
  listing(...publishersIn(all));
  const { payload } = await callTool(shop, "get_products", { buying_mode: "wholesale", ...aboutList() });
  expect(payload.products).toHaveLength(all.products.length);
  expect(payload.property_list_applied).toBe(true);
  expect(payload.filter_diagnostics).toBeUndefined();
});

test("if its agent does not supply a list, nothing is filtered, and the answer says so", async () => {
  listAgent.on("get_property_list", { http: 503 });
  const { payload } = await callTool(shop, "get_products", { buying_mode: "wholesale", ...aboutList() });
  expect(complaintsOf("get_products", payload)).toEqual([]);
  expect(payload.products).toHaveLength(all.products.length);
  expect(payload.property_list_applied).toBe(false);
  expect(payload.incomplete).toEqual([
    {
      scope: "products",
      description: expect.stringMatching(/^property_list: .*HTTP 503; it was not used as a filter$/),
    },
  ]);
});

test("a caller of 3.0 is answered as one of 3.1", async () => {
  listing(PROFILES.ctv.publisherDomain);
  const asked = { buying_mode: "wholesale", ...aboutList(), adcp_version: "3.0" };
  const { payload } = await callTool(shop, "get_products", asked);
  expect(payload).toMatchObject({ adcp_version: "3.0", property_list_applied: true });
  expect(publishersIn(payload)).toEqual(new Set([PROFILES.ctv.publisherDomain]));
});

test("the token of a list is sent to its agent", async () => {
  listing(PROFILES.ctv.publisherDomain);
  const { payload } = await callTool(shop, "get_products", {
    buying_mode: "wholesale",
    ...aboutList({ auth_token: "opens-it" }),
  });
  expect(payload.property_list_applied).toBe(true);
  const response = listAgent.callsOf("get_property_list").filter(({ input }) => input["list_id"] === listId);
  expect(response.map(({ headers }) => headers.authorization)).toEqual(["Bearer opens-it"]);
});

test("no list is mentioned if none was named", () => {
  expect(all).not.toHaveProperty("property_list_applied");
});

test.each([
  ["property_list.agent_url", { agent_url: "nowhere" }],
  ["property_list.list_id", { list_id: "" }],
  ["property_list.auth_token", { auth_token: "two\nlines" }],
])("a malformed %s is refused by its name", async (field, more) => {
  const { payload } = await callTool(shop, "get_products", { buying_mode: "wholesale", ...aboutList(more) });
  expect(payload.errors).toMatchObject([{ code: "INVALID_REQUEST", field }]);
});
