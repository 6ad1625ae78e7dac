import type { ProviderReply, ProviderRequest } from "../../contract/http.ts";
import type { JobContext } from "../../contract/job.ts";
import type { Plan, PlannedCreative, PlannedPackage, RemoteState, Review } from "../../contract/plan.ts";
import type { Result } from "../../contract/provider-error.ts";
import type { Facts } from "../../contract/template.ts";
import type { Lossless } from "../lossless.ts";
import type { Ids, TreeNode } from "../tree.ts";

/** A package is a group: an ad set, a squad, an ad group. */
export type Level = "campaign" | "group" | "ad";

export interface BuyInput {
  readonly plan: Plan;
  readonly facts: Facts;
}

export type ShowInput = PlannedCreative & { readonly facts: Facts };

/** A page of a list. */
export interface Listed {
  readonly items: readonly Lossless[];
  readonly next: ProviderRequest | null;
}

/** An entity as it reads. */
export interface Entity {
  readonly id: string;
  readonly name: string;
  /** Under which campaign a group is, and under which group an ad. */
  readonly parent: string | undefined;
  readonly configured: RemoteState["configured"];
  readonly delivery: RemoteState["delivery"];
  readonly raw: string;
}

/** A platform on which a buy is a campaign with groups and ads, each changed by what is to be different: its requests and replies. */
export interface Levels {
  readonly displayName: string;
  /** The key of the campaign among the ids. */
  createCampaign(plan: Plan, ctx: JobContext): ProviderRequest;
  createGroup(plan: Plan, part: PlannedPackage, ids: Ids, ctx: JobContext): ProviderRequest;
  /** What groups need besides their campaign, and is looked up. */
  readonly needs?: readonly TreeNode<BuyInput>[];
  readId(reply: ProviderReply): Result<string>;
  get(level: Level, id: string, ctx: JobContext): ProviderRequest;
  readOne(reply: ProviderReply): Result<Lossless>;
  /** All campaigns of the account; groups of a campaign; ads of a group. */
  list(level: Level, parent: string, ctx: JobContext): ProviderRequest;
  readList(reply: ProviderReply, asked: ProviderRequest): Result<Listed>;
  entity(raw: Lossless, level: Level): Entity | undefined;
  /** Whether a group holds what was asked for. */
  holds(raw: Lossless, part: PlannedPackage, ctx: JobContext): boolean;
  review(raw: Lossless): Review;
  changeCampaign(id: string, plan: Plan, ctx: JobContext): ProviderRequest;
  changeGroup(id: string, part: PlannedPackage, ctx: JobContext): ProviderRequest;
  /** Whether a group runs is no field of it: `changeGroup` leaves that as it is, and `switch` says it. */
  readonly switchesApart?: true;
  /** Only whether it runs. */
  switch(level: Level, id: string, on: boolean, ctx: JobContext): ProviderRequest;
  remove(level: Level, id: string, ctx: JobContext): ProviderRequest;
  readDone(reply: ProviderReply): Result<unknown>;
}

export const CAMPAIGN = "campaign";
export const AD = "ad";

/** Asked in another name: what is enabled under something that is paused starts nothing. */
export function withEffect(request: ProviderRequest, effect: ProviderRequest["effect"]): ProviderRequest {
  return { ...request, effect };
}
