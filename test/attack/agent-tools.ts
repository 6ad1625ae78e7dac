import { newBuy } from "../agent/call-tool.ts";

const account = { brand: { domain: "acmeoutdoor.example" }, operator: "pinnacle-agency.example" };
const flight = { start_date: "2027-01-01", end_date: "2027-01-31" };
const format = { agent_url: "https://creative.example", id: "video_30s" };

/** What an agent is asked, with every field that it reads. */
export function toolsOf(mediaBuyId: unknown, productId: unknown): Readonly<Record<string, object>> {
  const targeting = { geo_countries: ["US"], frequency_cap: { suppress_minutes: 60 } };
  return {
    get_adcp_capabilities: { adcp_version: "3.1", protocols: ["media_buy"] },
    get_products: {
      buying_mode: "brief",
      brief: "video",
      account,
      brand: account.brand,
      filters: { channels: ["ctv"], delivery_type: "guaranteed", countries: ["US"], budget_range: { min: 1, max: 2 } },
      pagination: { max_results: 10, cursor: "2" },
    },
    list_creative_formats: { asset_types: ["video"], format_ids: [format], max_width: 300, name_search: "x" },
    create_media_buy: newBuy(String(productId), "fixed", {
      packages: [
        { product_id: String(productId), pricing_option_id: "fixed", budget: 100, targeting_overlay: targeting },
      ],
      total_budget: { amount: 100, currency: "USD" },
    }),
    update_media_buy: {
      idempotency_key: "0199c1de-0000-7000-8000-000000000009",
      account,
      media_buy_id: String(mediaBuyId),
      paused: true,
      end_time: "2027-03-01T00:00:00Z",
      packages: [{ package_id: "1", budget: 10, paused: false }],
    },
    ...readingTools(mediaBuyId),
  };
}

function readingTools(mediaBuyId: unknown): Readonly<Record<string, object>> {
  return {
    get_media_buys: { account, media_buy_ids: [String(mediaBuyId)], status_filter: ["active"] },
    get_media_buy_delivery: { account, media_buy_ids: [String(mediaBuyId)], ...flight },
    sync_creatives: {
      idempotency_key: "0199c1de-0000-7000-8000-000000000008",
      account,
      creatives: [
        {
          creative_id: "c",
          name: "C",
          format_id: format,
          assets: { video: { asset_type: "video", url: "https://a.example/v.mp4" } },
        },
      ],
    },
    list_creatives: { account, filters: { statuses: ["approved"] }, pagination: { max_results: 5 } },
    sync_accounts: {
      idempotency_key: "0199c1de-0000-7000-8000-000000000007",
      accounts: [{ ...account, billing: "operator" }],
    },
    list_accounts: { status: "active", pagination: { max_results: 5 } },
    tasks_get: { task_id: "task_1" },
    tasks_list: { filters: { statuses: ["submitted"] }, pagination: { max_results: 5 } },
  };
}
