import type { Account, ListedAccount } from "./account.ts";
import type { CreativeAdapter } from "./creative.ts";
import type { ProviderReply } from "./http.ts";
import type { AnyJob } from "./job.ts";
import type { OauthDescription } from "./oauth.ts";
import type { Change, Plan, PlannedCreative, RemoteBuy, Review, ShownCreative } from "./plan.ts";
import type { Provider } from "./provider.ts";
import type { Result } from "./provider-error.ts";
import type { Report, ReportInput } from "./report.ts";
import type { Facts, Template } from "./template.ts";

/** A provider's stated rate limits: this many concurrently, and this many per second. */
export interface Bucket {
  readonly name: string;
  /** Whether the limit applies to the whole application or to each account separately. */
  readonly per: "application" | "account";
  readonly burst: number;
  readonly perSecond: number;
}

/** What an adapter states about its provider. */
export interface Description {
  readonly provider: Provider;
  readonly displayName: string;
  readonly sourceKind: "sales" | "creative";
  readonly apiVersion: string;
  /** The day from which the provider no longer accepts this version; null if it has not said. */
  readonly sunset: string | null;
  readonly authModes: readonly ("oauth" | "bearer")[];
  /** Every host that is ever called, by key. A `*.` matches one or more labels, for URLs that the provider signs. */
  readonly hosts: Readonly<Record<string, string>>;
  readonly buckets: readonly Bucket[];
  readonly channels: readonly string[];
  /** The time zone in which a day of its reports ends. */
  readonly dayBorder: "utc" | "account";
  /** The number of days after which a reported day counts as final, if the provider does not say. */
  readonly settleDays: number;
  /** The dimensions of AdCP's targeting that it honours. */
  readonly targeting: readonly string[];
}

/** One provider, as a value: it builds requests and reads replies, but does nothing itself. The host does everything else. */
export interface Adapter {
  readonly describe: Description;
  readonly oauth?: OauthDescription;
  readonly accounts: AnyJob<null, readonly ListedAccount[]>;
  /** How many seconds the provider asks us to wait, in a reply that is not an error. */
  pauseAfter?(reply: ProviderReply): number | undefined;
  readonly templates: readonly Template[];
  /** The minimums and identities of an account. */
  readonly facts?: AnyJob<null, Facts>;
  /** Absent for a creative source, which sells nothing. */
  readonly sales?: SalesAdapter;
  /** What it produces, if it is a creative source. */
  readonly creative?: CreativeAdapter;
}

interface SalesAdapter {
  /** Checks whether the provider could accept the plan, as far as that is known without asking it. */
  check(plan: Plan, account: Account, facts: Facts): Result<Plan>;
  readonly create: AnyJob<{ readonly plan: Plan; readonly facts: Facts }, RemoteBuy>;
  readonly change: AnyJob<Change & { readonly facts: Facts }, RemoteBuy>;
  /** Reads the status of everything. */
  readonly read: AnyJob<RemoteBuy, RemoteBuy>;
  readonly show: AnyJob<PlannedCreative & { readonly facts: Facts }, ShownCreative>;
  /** Makes an ad run or stop, according to whether its package shows it. */
  readonly switchAd: AnyJob<{ readonly adId: string; readonly packageRemoteId: string; readonly on: boolean }, Review>;
  readonly report: AnyJob<ReportInput, Report>;
  /** Removes what a failed create left behind. */
  cleanUp(made: readonly { readonly kind: string; readonly id: string }[]): AnyJob<null, null>;
}
