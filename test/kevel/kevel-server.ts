import { randomUUID } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { text } from "node:stream/consumers";
import { z } from "zod";
import { serve } from "../../src/ground/outbound/outbound.fixture.ts";

/**
 * A server that implements Kevel's Management API, written from its published OpenAPI specification (management 1.0, of 25 June 2026) and
 * its reference. It requires and returns what these documents say, and has no idempotency keys, because they mention none. It was never
 * compared with the real API.
 */
export interface KevelServer {
  readonly url: string;
  readonly key: string;
  readonly kept: NetworkState;
  /** Every request, as `POST /v1/flight`. */
  readonly requests: readonly string[];
  /** The next request of this kind takes effect, but its reply is lost. */
  loseReplyTo(request: string): void;
  /** Refuses requests of this kind with the status, until the status is set to undefined. */
  refuse(request: string, status: number | undefined): void;
  deliver(flightId: number, day: string, figures: Figures): void;
}

interface Figures {
  readonly Impressions: number;
  readonly UniqueBucketClicks: number;
}

type Entry = { readonly Id: number } & Readonly<Record<string, unknown>>;

/** What the network stores. */
interface NetworkState {
  readonly campaigns: Map<number, Entry>;
  readonly flights: Map<number, Entry>;
  readonly creatives: Map<number, Entry>;
  readonly ads: Map<number, Entry>;
}

const int = z.int();
const BODIES = {
  campaign: z.looseObject({ AdvertiserId: int.min(1), Name: z.string().min(1).max(200) }),
  flight: z.looseObject({
    CampaignId: int,
    Name: z.string(),
    StartDateISO: z.iso.datetime(),
    EndDateISO: z.iso.datetime().nullish(),
    PriorityId: int,
    GoalType: z.union([1, 2, 3, 7, 8, 9, 10].map((one) => z.literal(one))),
    Impressions: int.max(2_147_483_647),
    RateType: int.min(1).max(6),
    Price: z.number().nullish(),
    IsActive: z.boolean(),
    SiteZoneTargeting: z.array(z.object({ SiteId: int, ZoneId: int.optional(), IsExcluded: z.boolean() })).nullish(),
  }),
  creative: z
    .looseObject({ AdvertiserId: int, AdTypeId: int, IsActive: z.boolean(), Url: z.string().max(2_000).optional() })
    .refine(({ IsHTMLJS, Url }) => IsHTMLJS === true || Url !== undefined, "Url is required for an image"),
  ad: z.looseObject({
    FlightId: int,
    Creative: z.object({ Id: int }),
    IsActive: z.boolean(),
    CampaignId: int.optional(),
  }),
  report: z.object({
    StartDateISO: z.iso.datetime(),
    EndDateISO: z.iso.datetime(),
    GroupBy: z.tuple([z.literal("day"), z.literal("optionId")]),
    Parameters: z.array(z.object({ optionId: int })),
  }),
};

class Refused extends Error {
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

interface Call {
  readonly path: string;
  readonly query: URLSearchParams;
  readonly body: string;
  /** The numbers in the path. */
  readonly ids: readonly number[];
}

type Routes = Readonly<Record<string, (call: Call) => object>>;

export async function startKevel(): Promise<KevelServer> {
  const key = randomUUID();
  const network = new Network();
  const requests: string[] = [];
  const lost = new Set<string>();
  const refused = new Map<string, number>();
  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const { pathname, searchParams } = new URL(request.url ?? "/", "http://kevel.example");
    const name = `${request.method} ${pathname.replace(/\/v1\/report\/queue\/.+/, "/v1/report/queue/{guid}").replaceAll(/\d{3,}/g, "{id}")}`;
    const body = await text(request);
    requests.push(name);
    const say = (status: number, said: object) =>
      response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(said));
    if (request.headers["x-adzerk-apikey"] !== key) return void say(401, { message: "Unauthorized" });
    const status = refused.get(name);
    if (status !== undefined) return void say(status, { message: "refused, as it was told to" });
    const ids = (pathname.match(/\d{3,}/g) ?? []).map(Number);
    try {
      const said = network.answer(name, { path: pathname, query: searchParams, body, ids });
      if (lost.delete(name)) return void response.destroy();
      say(200, said);
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      say(error.status, { message: error.message });
    }
  };
  const url = await serve((request, response) => void answer(request, response));
  return {
    url,
    key,
    kept: network.kept,
    requests,
    loseReplyTo: (request) => void lost.add(request),
    refuse: (request, status) => void (status === undefined ? refused.delete(request) : refused.set(request, status)),
    deliver: (flightId, day, figures) => network.deliver(flightId, day, figures),
  };
}

class Network {
  readonly kept: NetworkState = { campaigns: new Map(), flights: new Map(), creatives: new Map(), ads: new Map() };
  readonly #delivered = new Map<number, Map<string, Figures>>();
  readonly #reports = new Map<string, { polls: number; readonly asked: z.output<typeof BODIES.report> }>();
  #nextId = 1_000;

  deliver(flightId: number, day: string, figures: Figures): void {
    const days = this.#delivered.get(flightId) ?? new Map<string, Figures>();
    this.#delivered.set(flightId, days.set(day, figures));
  }

  answer(name: string, call: Call): object {
    const route = this.#routes[name];
    if (!route) throw new Refused(404, `there is no ${name}`);
    return route(call);
  }

  readonly #routes: Routes = {
    "POST /v1/campaign": ({ body }) => this.#add(this.kept.campaigns, bodyOf(body, BODIES.campaign)),
    "POST /v1/campaign/search": ({ body }) => {
      const wanted = new URLSearchParams(body).get("campaignName") ?? "";
      return pageOf([...this.kept.campaigns.values()].filter(({ Name }) => String(Name).includes(wanted)));
    },
    "GET /v1/campaign/{id}/flight": ({ ids, query }) =>
      pageOf(
        [...this.kept.flights.values()].filter(({ CampaignId }) => CampaignId === ids[0]),
        query,
      ),
    "POST /v1/flight": ({ body }) => this.#add(this.kept.flights, bodyOf(body, BODIES.flight)),
    "GET /v1/flight/{id}": ({ ids }) => entryOf(this.kept.flights, ids[0]),
    "PUT /v1/flight/{id}": ({ ids, body }) => this.#put(this.kept.flights, ids[0], bodyOf(body, BODIES.flight)),
    "GET /v1/advertiser/{id}/creatives": ({ ids, query }) =>
      pageOf(
        [...this.kept.creatives.values()].filter(({ AdvertiserId }) => AdvertiserId === ids[0]),
        query,
      ),
    "POST /v1/creative": ({ body }) => this.#add(this.kept.creatives, bodyOf(body, BODIES.creative)),
    "GET /v1/flight/{id}/creatives": ({ ids, query }) =>
      pageOf(
        [...this.kept.ads.values()].filter(({ FlightId }) => FlightId === ids[0]),
        query,
      ),
    "POST /v1/flight/{id}/creative": ({ body }) => {
      const ad = bodyOf(body, BODIES.ad);
      entryOf(this.kept.creatives, ad.Creative.Id);
      return this.#add(this.kept.ads, ad);
    },
    "PUT /v1/flight/{id}/creative/{id}": ({ ids, body }) => this.#put(this.kept.ads, ids[1], bodyOf(body, BODIES.ad)),
    "POST /v1/report/queue": ({ body }) => {
      const Id = randomUUID();
      this.#reports.set(Id, { polls: 0, asked: bodyOf(body, BODIES.report) });
      return { Id };
    },
    "GET /v1/report/queue/{guid}": ({ path }) => this.#poll(path.split("/").at(-1) ?? ""),
  };

  /** A report is still in progress when it is requested for the first time. */
  #poll(Id: string) {
    const report = this.#reports.get(Id);
    if (!report) throw new Refused(404, "there is no such report");
    report.polls += 1;
    if (report.polls === 1) return { Id, Status: 1 };
    const { StartDateISO, EndDateISO, Parameters } = report.asked;
    const wanted = new Set(Parameters.map(({ optionId }) => optionId));
    const rows = [...this.#delivered].filter(([flightId]) => wanted.has(flightId));
    const days = new Set(rows.flatMap(([, byDay]) => [...byDay.keys()]));
    const asked = [...days].filter((day) => day >= StartDateISO.slice(0, 10) && day <= EndDateISO.slice(0, 10)).sort();
    const Records = asked.map((day) => ({
      Date: `${day}T00:00:00Z`,
      Details: rows.flatMap(([OptionId, byDay]) => {
        const figures = byDay.get(day);
        return figures
          ? [{ Title: "", ...figures, TrueRevenue: 0, Details: [], Grouping: { OptionId, RateTypeId: 2 } }]
          : [];
      }),
    }));
    return { Id, Status: 2, Message: null, Result: { StartDateISO, EndDateISO, Records } };
  }

  #add(entries: Map<number, Entry>, body: object): Entry {
    const entry = { ...body, Id: ++this.#nextId, IsDeleted: false };
    entries.set(entry.Id, entry);
    return entry;
  }

  #put(entries: Map<number, Entry>, id: number | undefined, body: object): Entry {
    const entry = { ...entryOf(entries, id), ...body };
    entries.set(entry.Id, entry);
    return entry;
  }
}

function entryOf(entries: ReadonlyMap<number, Entry>, id: number | undefined): Entry {
  const entry = entries.get(id ?? 0);
  if (!entry) throw new Refused(404, `there is no ${id}`);
  return entry;
}

function bodyOf<T>(body: string, schema: z.ZodType<T>): T {
  const { data, error } = schema.safeParse(JSON.parse(body));
  if (data === undefined) throw new Refused(400, z.prettifyError(error ?? new z.ZodError([])));
  return data;
}

function pageOf(all: readonly Entry[], query: URLSearchParams = new URLSearchParams()) {
  const page = Number(query.get("page") ?? 1);
  const pageSize = Number(query.get("pageSize") ?? 500);
  const items = all.slice((page - 1) * pageSize, page * pageSize);
  return { page, pageSize, totalPages: Math.max(1, Math.ceil(all.length / pageSize)), totalItems: all.length, items };
}
