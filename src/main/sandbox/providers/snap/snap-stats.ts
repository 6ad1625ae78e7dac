import { type Call, type Reply, type Routes, respond, type WireObject } from "../frame/exchange.ts";
import { addFigures, type Figures } from "../frame/meter.ts";
import type { StoredEntity } from "../frame/shelf.ts";
import { dayIn, daysFrom, isMidnightIn, nextDay, startOfDayIn, withOffset } from "../frame/zone.ts";
import { accountOf, guarded, type SnapAccount, type SnapNetwork, storedEntityOf } from "./snap-network.ts";
import { refuse } from "./snap-replies.ts";

/** The maximum number of days with granularity DAY [K]. */
const MOST_DAYS = 31;

/** `spend` is in micro-currency [K]; swipes are what others call clicks [O]. */
const FIELDS: Readonly<Record<string, (figures: Figures) => bigint>> = {
  impressions: ({ impressions }) => impressions,
  swipes: ({ clicks }) => clicks,
  video_views: ({ videoViews }) => videoViews,
  quartile_1: ({ videoViews }) => videoViews,
  quartile_2: ({ videoViews }) => (videoViews * 3n) / 4n,
  quartile_3: ({ completions }) => completions,
  view_completion: ({ completions }) => completions,
  spend: ({ spendMicros }) => spendMicros,
};

interface StatsRequest {
  readonly fields: readonly string[];
  readonly granularity: "DAY" | "TOTAL";
  readonly days: readonly string[];
}

/** [O measurement]; the format of a breakdown is [K]. Hours are not simulated. */
export function statsRoutes(network: SnapNetwork): Routes {
  const { shelf } = network;
  return {
    "GET /v1/campaigns/{id}/stats": guarded(network, (call) => {
      const campaign = storedEntityOf(network, "campaign", call);
      return statsOf(network, call, campaign, shelf.under("adsquad", campaign.id));
    }),
    "GET /v1/adsquads/{id}/stats": guarded(network, (call) => {
      const squad = storedEntityOf(network, "adsquad", call);
      return statsOf(network, call, squad, [squad]);
    }),
  };
}

function statsOf(network: SnapNetwork, call: Call, kept: StoredEntity, lines: readonly StoredEntity[]): Reply {
  const { stage } = network;
  const account = accountOf(network, kept.account);
  const asked = reportRequestOf(network, call, account);
  const breakdown = call.query.get("breakdown");
  if (breakdown !== null && breakdown !== "adsquad")
    refuse(stage, 400, "E1001", `breakdown ${breakdown} is not supported`);
  const settled = startOfDayIn(account.zone, nextDay(stage.meter.settledThrough(account.zone, call.now)));
  const series = (of: readonly StoredEntity[]) =>
    seriesOf(
      network,
      account,
      asked,
      of.map(({ id }) => id),
      call.now,
    );
  const stat = {
    id: kept.id,
    type: kept.what === "campaign" ? "CAMPAIGN" : "AD_SQUAD",
    granularity: asked.granularity,
    start_time: call.query.get("start_time") ?? "",
    end_time: call.query.get("end_time") ?? "",
    finalized_data_end_time: withOffset(account.zone, settled),
    ...(breakdown === null
      ? series(lines)
      : {
          breakdown_stats: {
            adsquad: lines.map((line) => ({
              id: line.id,
              type: "AD_SQUAD",
              granularity: asked.granularity,
              ...series([line]),
            })),
          },
        }),
  };
  const [many, one] =
    asked.granularity === "TOTAL" ? ["total_stats", "total_stat"] : ["timeseries_stats", "timeseries_stat"];
  return respond(200, {
    request_status: "SUCCESS",
    request_id: stage.ids.hex(20),
    [many]: [{ sub_request_status: "SUCCESS", [one]: stage.shown(`stats:${kept.id}`, stat) }],
  });
}

function seriesOf(
  { stage }: SnapNetwork,
  account: SnapAccount,
  asked: StatsRequest,
  lines: readonly string[],
  now: Date,
): WireObject {
  const figuresOf = (day: string) => addFigures(lines.map((id) => stage.meter.figures(id, day, now)));
  if (asked.granularity === "TOTAL") return { stats: shown(asked.fields, addFigures(asked.days.map(figuresOf))) };
  return {
    timeseries: asked.days.map((day) => ({
      start_time: withOffset(account.zone, startOfDayIn(account.zone, day)),
      end_time: withOffset(account.zone, startOfDayIn(account.zone, nextDay(day))),
      stats: shown(asked.fields, figuresOf(day)),
    })),
  };
}

function shown(fields: readonly string[], figures: Figures): WireObject {
  return Object.fromEntries(fields.map((field) => [field, FIELDS[field]?.(figures) ?? 0n]));
}

function reportRequestOf({ stage }: SnapNetwork, { query }: Call, { zone }: SnapAccount): StatsRequest {
  const granularity = query.get("granularity") ?? "TOTAL";
  if (granularity !== "DAY" && granularity !== "TOTAL")
    refuse(stage, 400, "E1001", "granularity must be TOTAL, DAY or HOUR");
  const fields = (query.get("fields") ?? "impressions,spend").split(",");
  const unknown = fields.filter((field) => !(field in FIELDS));
  if (unknown.length > 0) refuse(stage, 400, "E1001", `unknown fields: ${unknown.join(", ")}`);
  const [start, end] = [instantOf(query.get("start_time")), instantOf(query.get("end_time"))];
  if (!start || !end || end <= start) refuse(stage, 400, "E1001", "start_time and end_time must be times, in order");
  // Must be midnight in the account's time zone [O ad-accounts].
  if (!isMidnightIn(zone, start) || !isMidnightIn(zone, end))
    refuse(
      stage,
      400,
      "E1001",
      "DAY granularity must start and end at the start of a day (00:00:00) of the account's timezone",
    );
  const days = daysFrom(dayIn(zone, start), dayIn(zone, new Date(end.getTime() - 1)));
  if (granularity === "DAY" && days.length > MOST_DAYS) refuse(stage, 400, "E1001", `at most ${MOST_DAYS} days`);
  return { fields, granularity, days };
}

/** A time with an offset; one whose `+` was decoded into a space by the query is invalid. */
function instantOf(text: string | null): Date | null {
  if (text === null || !/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/.test(text)) return null;
  const at = new Date(text);
  return Number.isNaN(at.getTime()) ? null : at;
}
