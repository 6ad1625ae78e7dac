import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { type Caller, openWorld, type Reply, type World } from "../../../test/world.ts";
import { after, DAY_MS } from "../../ground/kernel/clock.ts";
import type { CreativeFormat, FormatId, Product, SellerAgent } from "../../ground/seller-agent/index.ts";
import type { ListedSeller } from "../../ground/seller-agent/sellers.ts";
import type { Parts } from "../../main/parts.ts";
import { product, ScriptedMarket, seller } from "../discovery/discovery.fixture.ts";

export const AGENT = "https://formats.example";

/** A format of one image with a fixed size and a landing page. */
export function bannerFormat(width: number, height: number): CreativeFormat {
  return {
    formatId: { agentUrl: AGENT, id: `display_${width}x${height}` },
    name: `Banner ${width}x${height}`,
    type: "display",
    kind: "image",
    description: null,
    assetsRequired: [
      {
        assetId: "banner",
        assetType: "image",
        required: true,
        limits: { minWidth: width, maxWidth: width, minHeight: height, maxHeight: height },
      },
      { assetId: "landing_page", assetType: "url", required: false },
    ],
  };
}

/** A seller of one product in these formats. `list` is called whenever the seller is asked for its formats. */
export function shopOf(
  name: string,
  formats: readonly CreativeFormat[],
  list: SellerAgent["listCreativeFormats"] = async () => formats,
): ListedSeller {
  const formatIds: readonly FormatId[] = formats.map(({ formatId }) => formatId);
  const sold: Product = product(`${name} product`, { formatIds });
  const listed = seller(name, null, () => ({ products: [sold] }));
  return { ...listed, agent: Object.assign(listed.agent, { listCreativeFormats: list }) };
}

export interface StudioFixture {
  readonly world: World;
  readonly market: ScriptedMarket;
  /** Opens a desk: a buyer with a campaign that has selected every product of the shops. */
  open(...shops: readonly ListedSeller[]): Promise<CreativeFixture>;
}

export interface CreativeFixture {
  readonly buyer: Caller;
  readonly campaignId: string;
  /** The path of the campaign's creatives. */
  readonly path: string;
  create(body: unknown, headers?: Record<string, string>): Promise<Reply>;
  /** The same, sent as a form. */
  upload(
    method: "POST" | "PUT",
    path: string,
    metadata: unknown,
    files: Readonly<Record<string, Uint8Array | string>>,
    headers?: Record<string, string>,
  ): Promise<Reply>;
  formatsOfCampaign(): Promise<Record<"required" | "covered" | "missing", readonly { id?: string }[]>>;
}

export async function openStudio(changes: Partial<Parts> = {}): Promise<StudioFixture> {
  const market = new ScriptedMarket();
  const world = await openWorld({ sellers: market, ...changes });
  return { world, market, open: (...shops) => openCreativeFixture(world, market, shops) };
}

async function openCreativeFixture(
  world: World,
  market: ScriptedMarket,
  shops: readonly ListedSeller[],
): Promise<CreativeFixture> {
  const buyer = await world.caller("BUYER", { sandbox: true });
  market.open(...shops);
  const { data: advertiser } = await buyer.post("/buyer/advertisers", { name: "Acme", brand: "acme.example" });
  const { data: found } = await buyer.post("/buyer/discovery/discover-products", { advertiserId: advertiser.id });
  const products = shops.map(({ name, agentId }) => ({ productId: `${name} product`, salesAgentId: agentId }));
  if (products.length > 0) await buyer.post(`/buyer/discovery/${found.discoveryId}/products`, { products });
  const { data } = await buyer.post("/buyer/campaigns", {
    advertiserId: advertiser.id,
    name: "Spring",
    flightDates: { startDate: after(new Date(), DAY_MS), endDate: after(new Date(), 9 * DAY_MS) },
    budget: { total: 1_000 },
    discoveryId: found.discoveryId,
  });
  const { campaignId } = data.campaign;
  const path = `/buyer/campaigns/${campaignId}/creatives`;
  return {
    buyer,
    campaignId,
    path,
    create: (body, headers) => buyer.post(`${path}/create`, body, headers),
    upload: (method, to, metadata, files, headers = {}) => upload(world, buyer, method, to, metadata, files, headers),
    formatsOfCampaign: async () => (await buyer.get(`/buyer/campaigns/${campaignId}`)).data.campaign.creativeFormats,
  };
}

async function upload(
  { app }: World,
  { key }: Caller,
  method: "POST" | "PUT",
  path: string,
  metadata: unknown,
  files: Readonly<Record<string, Uint8Array | string>>,
  headers: Record<string, string>,
): Promise<Reply> {
  const form = new FormData();
  if (metadata !== undefined) form.append("metadata", JSON.stringify(metadata));
  // Every file claims to be harmless; its real type has to be determined from its bytes.
  for (const [name, content] of Object.entries(files))
    form.append("files", new Blob([content as BlobPart], { type: "image/png" }), name);
  const encoded = new Response(form);
  const answer = await app.inject({
    method,
    url: `/api/v2${path}`,
    headers: {
      authorization: `Bearer ${key}`,
      "content-type": encoded.headers.get("content-type") ?? "",
      ...headers,
    },
    payload: Buffer.from(await encoded.arrayBuffer()),
  });
  return { status: answer.statusCode, headers: answer.headers, ...answer.json<Omit<Reply, "status" | "headers">>() };
}

/** The fields that an error names. */
export function fieldsIn(error: Reply["error"]): string[] {
  return ((error?.details?.issues ?? []) as { path: string }[]).map(({ path }) => path);
}

/** A server on loopback with files on it, which counts how often each is fetched. */
export async function serveFiles(files: Readonly<Record<string, Uint8Array | string>>) {
  const fetched: string[] = [];
  const server = createServer(({ url = "" }, reply) => {
    fetched.push(url);
    const file = files[url.slice(1)];
    // Claims that every file is plain text, whatever it is.
    return file === undefined
      ? reply.writeHead(404).end()
      : reply.writeHead(200, { "content-type": "text/plain" }).end(file);
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const { port } = server.address() as AddressInfo;
  return { url: (name: string) => `http://127.0.0.1:${port}/${name}`, fetched, close: () => server.close() };
}
