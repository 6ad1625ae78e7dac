import type { ProviderReply, ProviderRequest } from "../../contract/http.ts";
import type { JobContext } from "../../contract/job.ts";
import type { Plan, PlannedCreative, PlannedPackage, RemoteState, Review } from "../../contract/plan.ts";
import type { Result } from "../../contract/provider-error.ts";
import type { Facts } from "../../contract/template.ts";
import type { Lossless } from "../lossless.ts";
import type { Ids, TreeNode } from "../tree.ts";

/** A package is a group: platforms call it an ad set, an ad squad or an ad group. */
export type Level = "campaign" | "group" | "ad";

export interface BuyInput {
  readonly plan: Plan;
  readonly facts: Facts;
}

export type ShowInput = PlannedCreative & { readonly facts: Facts };

/** One page of a list. */
export interface Listed {
  readonly items: readonly Lossless[];
  readonly next: ProviderRequest | null;
}

/** An object, as interpreted. */
export interface Entity {
  readonly id: string;
  readonly name: string;
  /** The campaign of a group, or the group of an ad. */
  readonly parent: string | undefined;
  readonly configured: RemoteState["configured"];
  readonly delivery: RemoteState["delivery"];
  readonly raw: string;
}

/**
 * A platform on which a buy is a campaign with groups and ads, and an update contains only what changes: its requests
 * and replies.
 */
export interface Levels {
  readonly displayName: string;
  /** The key of the campaign among the ids. */
  createCampaign(plan: Plan, ctx: JobContext): ProviderRequest;
  createGroup(plan: Plan, part: PlannedPackage, ids: Ids, ctx: JobContext): ProviderRequest;
  /** What groups need in addition to their campaign, and has to be looked up. */
  readonly needs?: readonly TreeNode<BuyInput>[];
  readId(reply: ProviderReply): Result<string>;
  get(level: Level, id: string, ctx: JobContext): ProviderRequest;
  readOne(reply: ProviderReply): Result<Lossless>;
  /** Lists all campaigns of the account, the groups of a campaign, or the ads of a group. */
  list(level: Level, parent: string, ctx: JobContext): ProviderRequest;
  readList(reply: ProviderReply, asked: ProviderRequest): Result<Listed>;
  entity(raw: Lossless, level: Level): Entity | undefined;
  /** Whether a group has the values that were requested. */
  holds(raw: Lossless, part: PlannedPackage, ctx: JobContext): boolean;
  review(raw: Lossless): Review;
  changeCampaign(id: string, plan: Plan, ctx: JobContext): ProviderRequest;
  changeGroup(id: string, part: PlannedPackage, ctx: JobContext): ProviderRequest;
  /** Set if `changeGroup` cannot change whether a group runs, so that `switch` has to. */
  readonly switchesApart?: true;
  /** Changes only whether it runs. */
  switch(level: Level, id: string, on: boolean, ctx: JobContext): ProviderRequest;
  remove(level: Level, id: string, ctx: JobContext): ProviderRequest;
  readDone(reply: ProviderReply): Result<unknown>;
}

export const CAMPAIGN = "campaign";
export const AD = "ad";

/** The same request with another effect: enabling something below a paused object starts no delivery. */
export function withEffect(request: ProviderRequest, effect: ProviderRequest["effect"]): ProviderRequest {
  return { ...request, effect };
}
