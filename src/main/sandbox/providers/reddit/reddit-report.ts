import { type Call, type Reply, type Routes, respond, type WireObject } from "../frame/exchange.ts";
import { textOf } from "../frame/json.ts";
import { addFigures, type Figures } from "../frame/meter.ts";
import { dayIn, daysFrom, isZone } from "../frame/zone.ts";
import { Report } from "./reddit-bodies.ts";
import { accountOf, bodyOf, guarded, type RedditNetwork, refuse } from "./reddit-network.ts";

/** Micros, except that values of conversions are in hundredths [T]. */
const FIELDS: Readonly<Record<string, (figures: Figures) => bigint>> = {
  IMPRESSIONS: ({ impressions }) => impressions,
  CLICKS: ({ clicks }) => clicks,
  SPEND: ({ spendMicros }) => spendMicros,
  REACH: ({ impressions }) => (impressions * 3n) / 4n,
  VIDEO_STARTED: ({ videoViews }) => videoViews,
  VIDEO_WATCHED_100_PERCENT: ({ completions }) => completions,
  CPC: ({ spendMicros, clicks }) => (clicks === 0n ? 0n : spendMicros / clicks),
  ECPM: ({ spendMicros, impressions }) => (impressions === 0n ? 0n : (spendMicros * 1_000n) / impressions),
  CONVERSION_PURCHASE_TOTAL_VALUE: ({ spendMicros }) => (spendMicros * 2n) / 10_000n,
};
const BREAKDOWNS = ["DATE", "CAMPAIGN_ID", "AD_GROUP_ID"];
const TWO_YEARS_MS = 730 * 86_400_000;
const SETTLE_MS = 6 * 3_600_000;

export function reportRoutes(network: RedditNetwork): Routes {
  return { "POST /api/v3/ad_accounts/{account}/reports": guarded(network, (call) => report(network, call)) };
}

/** Settled within six hours; up to 24 months back; in UTC unless a time zone is set [T]. */
function report(network: RedditNetwork, call: Call): Reply {
  const { stage, shelf } = network;
  const account = accountOf(network, call);
  const body = bodyOf(network, Report, call);
  const [fields, breakdowns] = [body.fields as readonly string[], (body.breakdowns ?? []) as readonly string[]];
  const unknown = [
    ...fields.filter((field) => !(field in FIELDS)),
    ...breakdowns.filter((one) => !BREAKDOWNS.includes(one)),
  ];
  if (unknown.length > 0) refuse(400, `unknown: ${unknown.join(", ")}`);
  const zone = typeof body.time_zone_id === "string" ? body.time_zone_id : "UTC";
  if (!isZone(zone)) refuse(400, "time_zone_id is no zone");
  const [start, end] = [new Date(textOf(body.starts_at)), new Date(textOf(body.ends_at))];
  if (!(end > start)) refuse(400, "ends_at must be after starts_at");
  if (start.getTime() < stage.now().getTime() - TWO_YEARS_MS) refuse(400, "starts_at is more than 24 months back");
  const days = daysFrom(dayIn(zone, start), dayIn(zone, new Date(end.getTime() - 1)));
  const byGroup = breakdowns.includes("AD_GROUP_ID");
  const things = byGroup
    ? shelf.ofAccount("ad_group", account.id)
    : breakdowns.includes("CAMPAIGN_ID")
      ? shelf.ofAccount("campaign", account.id)
      : [null];
  const metrics = things.flatMap((kept) => {
    const lines =
      kept === null
        ? shelf.ofAccount("ad_group", account.id)
        : kept.what === "ad_group"
          ? [kept]
          : shelf.under("ad_group", kept.id);
    const campaign = kept?.what === "ad_group" ? kept.parent : kept?.id;
    return (breakdowns.includes("DATE") ? days.map((day) => [day]) : [days]).flatMap((span): WireObject[] => {
      const figures = addFigures(
        span.flatMap((day) => lines.map(({ id }) => stage.meter.figures(id, day, stage.now(), zone))),
      );
      if (figures.impressions === 0n) return [];
      const words = { DATE: span[0] ?? "", CAMPAIGN_ID: campaign ?? "", AD_GROUP_ID: kept?.id ?? "" };
      const keys = Object.entries(words).filter(([word]) => breakdowns.includes(word));
      const shown = fields.map((field) => [field.toLowerCase(), FIELDS[field]?.(figures) ?? 0n] as const);
      return [Object.fromEntries([...keys.map(([word, value]) => [word.toLowerCase(), value] as const), ...shown])];
    });
  });
  const updated = new Date(stage.now().getTime() - SETTLE_MS);
  return respond(200, {
    data: { metrics, metrics_updated_at: updated.toISOString() },
    pagination: { next_url: null, previous_url: null },
  });
}
