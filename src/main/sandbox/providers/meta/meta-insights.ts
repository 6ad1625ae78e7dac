import { decimalOfMicros } from "../frame/amount.ts";
import { type Call, formOf, type Routes, respond, type WireObject } from "../frame/exchange.ts";
import { isObject, textOf } from "../frame/json.ts";
import { addFigures, type Figures } from "../frame/meter.ts";
import type { StoredEntity } from "../frame/shelf.ts";
import { dayIn, daysFrom, isDay } from "../frame/zone.ts";
import { missing, refuse } from "./meta-errors.ts";
import { accountOf, guarded, listOf, type MetaAccount, type MetaNetwork, paramsOf } from "./meta-network.ts";

const LEVELS = ["account", "campaign", "adset"] as const;
const METRICS: Readonly<Record<string, (figures: Figures, currency: string) => string | readonly WireObject[]>> = {
  impressions: ({ impressions }) => textOf(impressions),
  reach: ({ impressions }) => textOf((impressions * 3n) / 4n),
  clicks: ({ clicks }) => textOf(clicks),
  inline_link_clicks: ({ clicks }) => textOf(clicks),
  // In major units [S; sample O].
  spend: ({ spendMicros }, currency) => decimalOfMicros(spendMicros, currency),
  actions: ({ clicks }) => [{ action_type: "link_click", value: textOf(clicks) }],
  video_thruplay_watched_actions: ({ completions }) => [{ action_type: "video_view", value: textOf(completions) }],
  video_p25_watched_actions: ({ videoViews }) => [{ action_type: "video_view", value: textOf(videoViews) }],
  video_p50_watched_actions: ({ videoViews }) => [{ action_type: "video_view", value: textOf((videoViews * 3n) / 4n) }],
  video_p75_watched_actions: ({ completions }) => [{ action_type: "video_view", value: textOf(completions) }],
  video_p100_watched_actions: ({ completions }) => [{ action_type: "video_view", value: textOf(completions) }],
};
const WORDS = [
  "account_id",
  "account_currency",
  "campaign_id",
  "campaign_name",
  "adset_id",
  "adset_name",
  "date_start",
  "date_stop",
];
const MONTHS_BACK = 37;
const MONTH_MS = 30 * 86_400_000;
const RUN_MS = 1_000;

interface Run {
  readonly account: string;
  readonly call: Call;
  readonly at: Date;
}

/** Fields and levels are [S]; asynchronous reports are [K]. Days are in the account's time zone [T]. */
export function insightRoutes(network: MetaNetwork): Routes {
  const runs = new Map<string, Run>();
  const { stage } = network;
  const done = (run: Run) => stage.now().getTime() >= run.at.getTime() + RUN_MS;
  return {
    "GET /v26.0/act_{account}/insights": guarded(network, (call) =>
      listOf(network, call, rowsOf(network, accountOf(network, call), call), false),
    ),
    "POST /v26.0/act_{account}/insights": guarded(network, (call) => {
      const account = accountOf(network, call);
      rowsOf(network, account, call);
      const id = stage.ids.digits(16);
      runs.set(id, { account: account.id, call, at: stage.now() });
      return respond(200, { report_run_id: id });
    }),
    "GET /v26.0/{id}/insights": guarded(network, (call) => {
      const run = runs.get(call.params.id ?? "");
      const account = network.accounts.find(({ id }) => id === run?.account);
      if (!run || !account) return missing(stage, call.params.id ?? "");
      if (!done(run)) refuse(stage, 2_601, "Loading Async Session Results");
      return listOf(network, call, rowsOf(network, account, run.call), false);
    }),
    [RUN_ROUTE]: (call) => {
      const run = runs.get(call.params.id ?? "");
      if (!run) return missing(stage, call.params.id ?? "");
      const state = done(run)
        ? { async_status: "Job Completed", async_percent_completion: 100 }
        : { async_status: "Job Running", async_percent_completion: 50 };
      return respond(200, stage.shown(`run:${call.params.id}`, { id: call.params.id ?? "", ...state }));
    },
  };
}

/** There is no separate route, because a report run is an object like any other, read by its id. */
export const RUN_ROUTE = "RUN /v26.0/{id}";

function rowsOf(network: MetaNetwork, account: MetaAccount, call: Call): WireObject[] {
  const { stage, shelf } = network;
  const params: Record<string, unknown> = { ...Object.fromEntries(call.query), ...paramsOf(call) };
  const level = textOf(params.level ?? "account");
  if (!LEVELS.some((one) => one === level)) refuse(stage, 100, `Param level must be one of {${LEVELS.join(", ")}}`);
  const fields = textOf(call.query.get("fields") ?? formOf(call).get("fields") ?? "impressions,spend").split(",");
  const unknown = fields.find((field) => !(field in METRICS) && !WORDS.includes(field));
  if (unknown !== undefined) refuse(stage, 100, `${unknown} is not valid for fields param`);
  const days = daysOf(network, account, params.time_range);
  const daily = textOf(params.time_increment ?? "all_days") === "1";
  const things: (StoredEntity | null)[] = level === "account" ? [null] : shelf.ofAccount(level, account.id);
  const spans = daily ? days.map((day) => [day]) : [days];
  return things.flatMap((kept) => {
    const lines =
      kept === null
        ? shelf.ofAccount("adset", account.id)
        : kept.what === "adset"
          ? [kept]
          : shelf.under("adset", kept.id);
    return spans.flatMap((span) => {
      const figures = addFigures(
        span.flatMap((day) => lines.map(({ id }) => stage.meter.figures(id, day, stage.now()))),
      );
      // Days without delivery have no row [K].
      return figures.impressions === 0n ? [] : [rowOf(account, kept, span, figures, fields)];
    });
  });
}

function rowOf(
  account: MetaAccount,
  kept: StoredEntity | null,
  span: readonly string[],
  figures: Figures,
  fields: readonly string[],
): WireObject {
  const own: Record<string, string | undefined> = {
    account_id: account.id,
    account_currency: account.currency,
    ...(kept && { [`${kept.what}_id`]: kept.id, [`${kept.what}_name`]: kept.name ?? "" }),
    ...(kept?.what === "adset" && { campaign_id: kept.parent ?? "" }),
  };
  const asked = fields.flatMap((field): [string, string | readonly WireObject[]][] => {
    const metric = METRICS[field];
    const value = metric ? metric(figures, account.currency) : own[field];
    return value === undefined ? [] : [[field, value]];
  });
  return { ...Object.fromEntries(asked), date_start: span[0] ?? "", date_stop: span.at(-1) ?? "" };
}

function daysOf({ stage }: MetaNetwork, { zone }: MetaAccount, range: unknown): string[] {
  const today = dayIn(zone, stage.now());
  if (!isObject(range)) return daysFrom(dayIn(zone, new Date(stage.now().getTime() - MONTH_MS)), today);
  const { since, until } = range;
  if (typeof since !== "string" || typeof until !== "string" || !isDay(since) || !isDay(until) || until < since)
    refuse(stage, 100, "Param time_range must have since and until");
  if (since < dayIn(zone, new Date(stage.now().getTime() - MONTHS_BACK * MONTH_MS)))
    refuse(stage, 3_018, "The start date of the time range cannot be beyond 37 months from the current date");
  return daysFrom(since, until < today ? until : today);
}
