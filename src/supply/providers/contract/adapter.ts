import type { Account, ListedAccount } from "./account.ts";
import type { CreativeAdapter } from "./creative.ts";
import type { ProviderReply } from "./http.ts";
import type { AnyJob } from "./job.ts";
import type { OauthDescription } from "./oauth.ts";
import type { Change, Mirror, Plan, PlannedCreative, Review, ShownCreative } from "./plan.ts";
import type { Provider } from "./provider.ts";
import type { Result } from "./provider-error.ts";
import type { Report, ReportInput } from "./report.ts";
import type { Facts, Template } from "./template.ts";

/** A provider's stated rate limits: this many concurrently, and this many per second. */
export interface Bucket {
  readonly name: string;
  /** Counted for the whole application, or for each account apart. */
  readonly per: "application" | "account";
  readonly burst: number;
  readonly perSecond: number;
}

/** What an adapter tells of its provider. */
export interface Description {
  readonly provider: Provider;
  readonly displayName: string;
  readonly sourceKind: "sales" | "creative";
  readonly apiVersion: string;
  /** The day from which the provider takes this version no more; null where it has not said. */
  readonly sunset: string | null;
  readonly authModes: readonly ("oauth" | "bearer")[];
  /**
   * Every address that is ever called, by its key. A `*.` matches one or more labels, for links that the provider
   * signs.
   */
  readonly hosts: Readonly<Record<string, string>>;
  readonly buckets: readonly Bucket[];
  readonly channels: readonly string[];
  /** Whose midnight ends a day of its reports. */
  readonly dayBorder: "utc" | "account";
  /** After how many days a day of a report is taken as settled, where the provider names none. */
  readonly settleDays: number;
  /** Words of AdCP's targeting that it honours. */
  readonly targeting: readonly string[];
}

/** One provider, as a value: it builds requests and reads replies, and does nothing. The host does the rest. */
export interface Adapter {
  readonly describe: Description;
  readonly oauth?: OauthDescription;
  readonly accounts: AnyJob<null, readonly ListedAccount[]>;
  /** For how many seconds the provider would rather not be asked, as an answer that is no error tells by the way. */
  pauseAfter?(reply: ProviderReply): number | undefined;
  readonly templates: readonly Template[];
  /** Minimums and identities of an account. */
  readonly facts?: AnyJob<null, Facts>;
  /** Absent for a creative source, which sells nothing. */
  readonly sales?: SalesAdapter;
  /** What it makes, if it is a creative source. */
  readonly creative?: CreativeAdapter;
}

interface SalesAdapter {
  /** Whether the provider could take it, as far as that is known without asking. */
  check(plan: Plan, account: Account, facts: Facts): Result<Plan>;
  readonly create: AnyJob<{ readonly plan: Plan; readonly facts: Facts }, Mirror>;
  readonly change: AnyJob<Change & { readonly facts: Facts }, Mirror>;
  /** The status of everything; reads only. */
  readonly read: AnyJob<Mirror, Mirror>;
  readonly show: AnyJob<PlannedCreative & { readonly facts: Facts }, ShownCreative>;
  /** Has an ad run or stop, as its package shows it or not. */
  readonly switchAd: AnyJob<{ readonly adId: string; readonly packageRemoteId: string; readonly on: boolean }, Review>;
  readonly report: AnyJob<ReportInput, Report>;
  /** Takes away what a failed create left behind. */
  cleanUp(made: readonly { readonly kind: string; readonly id: string }[]): AnyJob<null, null>;
}
