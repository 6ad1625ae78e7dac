import { once } from "node:events";
import { createServer } from "node:http";
import { afterAll, beforeAll, expect, test } from "vitest";
import { doJobs } from "../../../test/jobs.ts";
import { type Caller, openWorld, type World } from "../../../test/world.ts";
import { openStorefront } from "../marketplace/market.fixture.ts";

const responses: Record<string, unknown>[] = [];
const server = createServer((request, response) => {
  const parts: Buffer[] = [];
  request.on("data", (part: Buffer) => parts.push(part));
  request.on("end", () => {
    responses.push(JSON.parse(Buffer.concat(parts).toString("utf8")));
    response.end("ok");
  });
});

let world: World;
let operator: Caller;
beforeAll(async () => {
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the webhook's server listens on no port");
  const plain = await openWorld();
  const interestWebhookUrl = `http://127.0.0.1:${address.port}/services/T000`;
  world = await openWorld({ installation: { ...plain.host.installation, interestWebhookUrl } });
  await plain.close();
  operator = await world.caller("OPERATOR");
});
afterAll(async () => {
  await world.close();
  server.close();
});

const PATH = "/buyer/storefronts/interest";
const NOTHING = { submitted: false, submittedAt: null };

test("before anything is submitted the list is empty, and afterwards every word is stored, for that buyer alone", async () => {
  const stall = await openStorefront(world, operator, { name: "Coming Soon", open: false });
  const [buyer, other] = [await world.caller("BUYER", { company: "Acme" }), await world.caller("BUYER")];
  expect((await buyer.get(PATH)).data).toEqual(NOTHING);
  const first = await buyer.post(PATH, { storefrontIds: [stall.id], notes: "CTV in spring" });
  expect(first).toMatchObject({ status: 200, data: { submitted: true, submittedAt: expect.any(String) } });
  const second = await buyer.post(PATH, { storefrontIds: [String(stall.id), stall.id] });
  expect((await buyer.get(PATH)).data).toEqual(second.data);
  expect((await other.get(PATH)).data).toEqual(NOTHING);
  const { items } = (await operator.get("/operator/interest")).data;
  expect(items.filter(({ customerId }: { customerId: number }) => customerId === buyer.customerId)).toEqual([
    {
      customerId: buyer.customerId,
      company: "Acme",
      submittedBy: expect.stringContaining("@"),
      submittedAt: second.data.submittedAt,
      storefronts: [{ storefrontId: stall.id, name: "Coming Soon" }],
      notes: null,
    },
    expect.objectContaining({ submittedAt: first.data.submittedAt, notes: "CTV in spring" }),
  ]);
});

test("a submission is sent to the webhook and to the operators' people", async () => {
  const buyer = await world.caller("BUYER", { company: "Bolt" });
  await buyer.post(PATH, { notes: "Radio in Breton" });
  await buyer.post(PATH, { notes: "Podcasts in Welsh" });
  await doJobs(world);
  const text = expect.stringMatching(/^Bolt .*would like to buy: Podcasts in Welsh$/);
  expect(responses).toContainEqual(expect.objectContaining({ text, company: "Bolt", notes: "Podcasts in Welsh" }));
  expect(responses).toContainEqual(expect.objectContaining({ company: "Bolt", notes: "Radio in Breton" }));
  const { notifications } = (await operator.get("/notifications")).data;
  expect(JSON.stringify(notifications)).toContain("Podcasts in Welsh");
});

test("a storefront that the buyer cannot see looks like a missing one, and nothing is submitted", async () => {
  const hidden = await openStorefront(world, operator, { name: "Hidden", listed: false });
  const buyer = await world.caller("BUYER");
  for (const id of [hidden.id, 999_999])
    expect(await buyer.post(PATH, { storefrontIds: [id] })).toMatchObject({
      status: 404,
      error: { code: "NOT_FOUND", message: `there is no storefront ${id}`, field: "storefrontIds" },
    });
  for (const body of [{}, { notes: "  " }, { storefrontIds: [] }])
    expect((await buyer.post(PATH, body)).status).toBe(400);
  expect((await buyer.get(PATH)).data).toEqual(NOTHING);
});

test("the operator pages through submissions, newest first", async () => {
  const names = ["One", "Two", "Three"];
  for (const company of names) await (await world.caller("BUYER", { company })).post(PATH, { notes: company });
  const page = async (query: string) => (await operator.get(`/operator/interest?${query}`)).data;
  const { items, total, hasMore, nextOffset } = await page("limit=2");
  expect(items.map(({ company }: { company: string }) => company)).toEqual(["Three", "Two"]);
  expect({ hasMore, nextOffset }).toEqual({ hasMore: total > 2, nextOffset: 2 });
  expect((await page(`limit=2&offset=${total}`)).items).toEqual([]);
});
