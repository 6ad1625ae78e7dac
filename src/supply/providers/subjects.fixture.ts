import {
  type ProviderOptions,
  type SimulatedProvider,
  startAmazon,
  startAudiostack,
  startGoogle,
  startMeta,
  startPinterest,
  startReddit,
  startSnap,
  startSpotify,
  startTiktok,
} from "../../main/sandbox/providers/index.ts";
import { amazon } from "./amazon/amazon.ts";
import { audiostack } from "./audiostack/audiostack.ts";
import type { Account } from "./contract/account.ts";
import type { Adapter } from "./contract/adapter.ts";
import { google } from "./google/google.ts";
import { partsOf } from "./kit/pair-id.ts";
import { meta } from "./meta/meta.ts";
import { pinterest } from "./pinterest/pinterest.ts";
import { reddit } from "./reddit/reddit.ts";
import { snap } from "./snap/snap.ts";
import { spotify } from "./spotify/spotify.ts";
import { tiktok } from "./tiktok/tiktok.ts";

type Words = Readonly<Record<string, string | readonly string[]>>;

/** An adapter and its simulation, as the test suite sees them together. */
interface Subject {
  readonly adapter: Adapter;
  start(options: ProviderOptions): Promise<SimulatedProvider>;
  /** More accounts than fit on one page of its lists. */
  readonly accountCount: number;
  /** Statuses of campaigns and ad groups that do not exist yet, so that they are unknown. */
  readonly unknown: Words;
  /** The ids under which a simulation knows a campaign and its line, if they differ from those in a mirror. */
  remote?(id: string, account: Account): { readonly campaign: string; readonly line: string };
  /** Budgets for platforms that accept no amount with so many decimals. */
  readonly budgets?: Readonly<Record<string, string>>;
  /** Why paging cannot be tested: its lists come in one piece. */
  readonly onePage?: string;
  /** Why time zones cannot be tested: its days are in UTC, so all have the same length. */
  readonly utcDays?: string;
  /** Why sales cannot be tested: there is no money, and there are no days and no campaigns. */
  readonly noSales?: string;
}

const IN_PAIRS = (id: string) => {
  const { campaignId, lineId } = partsOf(id);
  return { campaign: campaignId, line: lineId };
};

/** Every adapter, with the parts of the suite that do not apply to it, and why. */
export const SUBJECTS: Readonly<Record<string, Subject>> = {
  amazon: {
    adapter: amazon,
    start: startAmazon,
    accountCount: 60,
    unknown: { state: "HIBERNATING", deliveryStatus: "DREAMING" },
    remote: IN_PAIRS,
  },
  audiostack: {
    adapter: audiostack,
    start: startAudiostack,
    accountCount: 60,
    unknown: {},
    onePage: "no call is known that lists what a key opens [?] (adapters §2): its voices stand for it",
    utcDays: "it reports nothing",
    noSales: "it makes creatives, and sells nothing (adapters §2)",
  },
  google: {
    adapter: google,
    start: startGoogle,
    accountCount: 60,
    unknown: { status: "HIBERNATING", primaryStatus: "DREAMING" },
    remote(id, { externalAccountId }) {
      const { campaign, line } = IN_PAIRS(id);
      const customer = `customers/${externalAccountId}`;
      return { campaign: `${customer}/campaigns/${campaign}`, line: `${customer}/adGroups/${line}` };
    },
  },
  meta: {
    adapter: meta,
    start: startMeta,
    accountCount: 60,
    unknown: { status: "HIBERNATING", effective_status: "DREAMING" },
    // Dinars have three decimals, but Meta counts them in hundredths too [O currencies].
    budgets: { KWD: "1500.25" },
  },
  pinterest: {
    adapter: pinterest,
    start: startPinterest,
    accountCount: 260,
    unknown: { status: "HIBERNATING", summary_status: "DREAMING" },
    utcDays: "reports are by UTC unless another zone is set [O changelog], and none is",
  },
  reddit: {
    adapter: reddit,
    start: startReddit,
    accountCount: 60,
    unknown: { configured_status: "HIBERNATING", effective_status: "DREAMING" },
    utcDays: "a report is asked for in UTC, which is one zone of those that may be said [T]",
  },
  snap: {
    adapter: snap,
    start: startSnap,
    accountCount: 60,
    unknown: { status: "HIBERNATING", delivery_status: ["DREAMING"] },
  },
  spotify: {
    adapter: spotify,
    start: startSpotify,
    accountCount: 60,
    unknown: { status: "HIBERNATING", delivery: "DREAMING" },
    utcDays: "days of a report are UTC's [S]; an account has no zone",
  },
  tiktok: {
    adapter: tiktok,
    start: startTiktok,
    accountCount: 60,
    unknown: { operation_status: "HIBERNATING", secondary_status: "DREAMING" },
  },
};
