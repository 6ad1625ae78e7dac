import { monitorEventLoopDelay } from "node:perf_hooks";
import type pg from "pg";
import { addOrganisation } from "../../src/main/add-organisation.ts";
import { openModularAgent } from "../../src/supply/modular/index.ts";
import { listenDuring, plansOf } from "../harness/statements.ts";
import type { Finding, Scenario } from "../scenario.ts";

const AVAILS = 100_000;
/** Used for comparisons that the noise of the machine would otherwise decide. */
const FEW = 10_000;
const DISCOVERY_P99_MS = 60;
const RESERVATIONS_A_SECOND = 200;
const SUBJECTS = ["hockey", "cooking", "travel", "drama", "news", "hiking", "jazz", "cinema", "gardens", "sailing"];

/** A source with a hundred thousand avails and one with a tenth of that: committing them, discovery in both, and reservations of a single avail. */
export const modular: Scenario = async ({ inside, admin }) => {
  const seller = await addOrganisation(inside, {
    kind: "SELLER",
    company: `Rows ${Date.now()}`,
    email: `rows-${Date.now()}@bench.example`,
    role: "ADMIN",
    sandbox: true,
  });
  const send: Send = async (method, path, body) => {
    const headers = { authorization: `Bearer ${seller.key}`, "content-type": "application/json" };
    const payload = body === undefined ? {} : { payload: JSON.stringify(body) };
    const answer = await inside.app.inject({ method, url: `/api/v2${path}`, headers, ...payload });
    return { status: answer.statusCode, data: answer.json().data };
  };
  await send("POST", "/accept-tos");
  await send("POST", "/storefront", { name: `Rows ${Date.now()}`, defaultCurrency: "USD", acceptsAllCountries: true });
  const open = async (name: string) => {
    const { data } = await send("POST", "/storefront/inventory-sources/modular/feed", { name });
    const place = { customerId: seller.customerId, inventorySourceId: Number(data.inventorySourceId) };
    return { path: `/storefront/inventory-sources/${data.sourceId}/modular`, place };
  };
  const [many, few] = [await open("Rows"), await open("Few rows")];
  const committedFew = await commitAll(inside, seller.key, few.path, send, FEW);
  const committed = await commitAll(inside, seller.key, many.path, send, AVAILS);
  await admin.query("vacuum analyze modular_avails, modular_avail_words");
  const discovered = await discover(inside, admin, many.place);
  const discoveredFew = await discover(inside, admin, few.place);
  const reserved = await reserve(send, many.path);
  return findingOf({ committed, committedFew, discovered, discoveredFew, reserved });
};

type Send = (
  method: "POST" | "GET",
  path: string,
  body?: unknown,
) => Promise<{ status: number; data: { uploadId: string; sourceId: string; inventorySourceId: string } }>;
type Inside = Parameters<Scenario>[0]["inside"];

async function commitAll({ app }: Inside, key: string, path: string, send: Send, count: number) {
  const header =
    "avail_id,name,collection_id,collection_name,start,end,net_impressions,cpm,currency,channel,format_options,publisher_properties";
  const rows = Array.from({ length: count }, (_, at) => {
    const subject = SUBJECTS[at % SUBJECTS.length];
    const show = Math.floor(at / 50);
    return `a${at},${subject} show ${show} slot ${at % 50},c${show},Show ${show} about ${subject},2026-01-01,2099-12-31,${1_000 + at},${10 + (show % 40)},USD,ctv,video_hosted,publisher.example`;
  });
  const boundary = "----bench";
  const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="a.csv"\r\ncontent-type: text/csv\r\n\r\n`;
  const payload = Buffer.from(`${head}${header}\n${rows.join("\n")}\r\n--${boundary}--\r\n`);
  const delay = monitorEventLoopDelay({ resolution: 5 });
  delay.enable();
  const began = performance.now();
  const answer = await app.inject({
    method: "POST",
    url: `/api/v2${path}/avails-feed/upload`,
    headers: { authorization: `Bearer ${key}`, "content-type": `multipart/form-data; boundary=${boundary}` },
    payload,
  });
  const previewed = performance.now();
  const { data, error } = answer.json();
  if (!data) throw new Error(`no preview: ${JSON.stringify(error)}`);
  const { status } = await send("POST", `${path}/avails-feed`, { uploadId: data.uploadId, confirmed: true });
  delay.disable();
  const done = performance.now();
  return {
    status,
    parsed: data.parsedAvailCount,
    megabytes: payload.length / 1e6,
    previewMs: previewed - began,
    commitMs: done - previewed,
    microsAnAvail: ((done - began) * 1_000) / count,
    longestStallMs: delay.max / 1e6,
  };
}

async function discover({ host }: Inside, admin: pg.Client, place: { customerId: number; inventorySourceId: number }) {
  const agent = openModularAgent(() => host, { kind: "modular", agentId: "bench", name: "Rows", ...place });
  const buyer = { customerId: 1, name: "Bench", operatorDomain: null, brandDomain: "bench.example", sandbox: true };
  const ask = (turn: number) => {
    const brief = `Reach people who love ${SUBJECTS[turn % 10]} and ${SUBJECTS[(turn * 7) % 10]}, show ${turn}`;
    const call = { buyer, timeoutMs: 60_000, now: host.clock.now(), requestId: `req_${turn}` };
    return agent.getProducts(turn % 5 === 0 ? {} : { brief }, call);
  };
  const times: number[] = [];
  let found = 0;
  for (let turn = 0; turn < 330; turn += 1) {
    const began = performance.now();
    found += (await ask(turn)).products.length;
    if (turn >= 30) times.push(performance.now() - began);
  }
  const inDatabase: number[] = [];
  for (let turn = 0; turn < 100; turn += 1) {
    const { statements } = await listenDuring(() => ask(turn));
    const plans = await plansOf(admin, place.customerId, statements);
    inDatabase.push(plans.reduce((sum, { tookMs }) => sum + tookMs, 0));
  }
  const at = (list: number[], share: number) => list.toSorted((a, b) => a - b)[Math.floor(list.length * share)] ?? 0;
  const database = { databaseP50: at(inDatabase, 0.5), databaseP99: at(inDatabase, 0.99) };
  return { p50: at(times, 0.5), p99: at(times, 0.99), ...database, productsEach: found / 330 };
}

async function reserve(send: Send, path: string) {
  const WANTED = 1_500;
  const GRANTED = 1_000;
  let [granted, next] = [0, 0];
  // The avail a9000 has 10,000 impressions, so this makes a thousand claims of ten.
  const began = performance.now();
  await Promise.all(
    Array.from({ length: 32 }, async () => {
      for (let turn = next++; turn < WANTED; turn = next++) {
        const body = { mediaBuyId: `b${turn}`, buyerCustomerId: 1, availId: "a9000", requestedImpressions: 10 };
        if ((await send("POST", `${path}/reservations`, body)).status === 200) granted += 1;
      }
    }),
  );
  const seconds = (performance.now() - began) / 1_000;
  return { granted, expected: GRANTED, aSecond: WANTED / seconds };
}

type Figures = {
  readonly committed: Awaited<ReturnType<typeof commitAll>>;
  readonly committedFew: Awaited<ReturnType<typeof commitAll>>;
  readonly discovered: Awaited<ReturnType<typeof discover>>;
  readonly discoveredFew: Awaited<ReturnType<typeof discover>>;
  readonly reserved: Awaited<ReturnType<typeof reserve>>;
};

const ms = (value: number) => `${value.toFixed(1)} ms`;
const against = (value: number, other: number) => (value / other).toFixed(2);

function findingOf(figures: Figures): Finding {
  const { committed, committedFew, discovered, discoveredFew } = figures;
  return {
    title: "Modular sources",
    about:
      `A CSV of ${AVAILS.toLocaleString("en")} avails is uploaded and committed; 300 briefs and wholesale requests are sent to the source, ` +
      `one after the other, and as many to a source with ${FEW.toLocaleString("en")}; 1,500 reservations are made for one avail with capacity for ` +
      "1,000, 32 of them concurrent, through the whole API. Database time is that of the plans of 100 discoveries, without other load.",
    tables: [
      {
        head: ["What", "Figure"],
        rows: [
          ["file", `${committed.megabytes.toFixed(1)} MB, ${committed.parsed} avails`],
          ["read, checked and kept as a preview", ms(committed.previewMs)],
          ["committed", ms(committed.commitMs)],
          ["longest block of the event loop meanwhile", ms(committed.longestStallMs)],
          ["upload and commit, for each avail", `${committed.microsAnAvail.toFixed(0)} µs`],
          [
            `the same against ${FEW.toLocaleString("en")} avails`,
            against(committed.microsAnAvail, committedFew.microsAnAvail),
          ],
          ["discovery, half of them", ms(discovered.p50)],
          ["discovery, 99 of 100", ms(discovered.p99)],
          ["discovery in the database, half of them", ms(discovered.databaseP50)],
          [
            `the same against ${FEW.toLocaleString("en")} avails`,
            against(discovered.databaseP50, discoveredFew.databaseP50),
          ],
          ["reservations on one avail", `${figures.reserved.aSecond.toFixed(0)} a second`],
        ],
      },
    ],
    bars: barsOf(figures),
    figures,
  };
}

function barsOf({ committed, committedFew, discovered, discoveredFew, reserved }: Figures): Finding["bars"] {
  const commitRatio = committed.microsAnAvail / committedFew.microsAnAvail;
  const discoveryRatio = discovered.databaseP50 / discoveredFew.databaseP50;
  return [
    {
      what: "upload and commit of 100,000 avails, for each against those of 10,000",
      wanted: "at most 1.5 times",
      got: `${commitRatio.toFixed(2)} times`,
      met: commitRatio <= 1.5,
    },
    {
      what: "discovery over 100,000 avails, p99 in the database",
      wanted: `at most ${DISCOVERY_P99_MS} ms`,
      got: ms(discovered.databaseP99),
      met: discovered.databaseP99 <= DISCOVERY_P99_MS,
    },
    {
      what: "discovery over 100,000 avails against 10,000, median in the database",
      wanted: "at most twice",
      got: `${discoveryRatio.toFixed(2)} times`,
      met: discoveryRatio <= 2,
    },
    {
      what: "impressions oversold",
      wanted: "none",
      got: String((reserved.granted - reserved.expected) * 10),
      met: reserved.granted === reserved.expected,
    },
    {
      what: "reservations on one avail",
      wanted: `at least ${RESERVATIONS_A_SECOND} a second`,
      got: `${reserved.aSecond.toFixed(0)} a second`,
      met: reserved.aSecond >= RESERVATIONS_A_SECOND,
    },
  ];
}
