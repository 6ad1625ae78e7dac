import { type Context, installationDb } from "../../ground/kernel/context.ts";
import { findOpenLinkOfAnySeller } from "./store.ts";

/** Whoever asks at the door has no tenant: the transaction sees the installation. */
export type AtTheDoor = Pick<Context, "db" | "reach" | "now">;

/** What a visitor may know of a link that lets newcomers in: who hands it out, how that looks, and how entry works. */
export interface Door {
  readonly storefrontName: string;
  readonly operatorDomain: string | null;
  readonly logoUrl: string | null;
  readonly brandColors: Readonly<Record<string, string>> | null;
  readonly defaultCurrency: string | null;
  readonly supportedLanguages: readonly string[] | null;
  /** Whether newcomers are in at once, or wait for the seller. */
  readonly entry: "immediate" | "reviewed";
}

/** Seed 001, field for field. */
export type JoinLinkContext = { readonly slug: string; readonly valid: boolean } & {
  readonly [Field in Exclude<keyof Door, "entry">]: Door[Field] | null;
};

/** Undefined for a link that lets nobody in, whatever the cause. */
export async function findDoor(ctx: AtTheDoor, slug: string): Promise<Door | undefined> {
  const open = await findOpenLinkOfAnySeller(installationDb(ctx), slug, ctx.now);
  return open?.door;
}

export async function readJoinContext(ctx: AtTheDoor, slug: string): Promise<JoinLinkContext> {
  const door = await findDoor(ctx, slug);
  return {
    slug,
    valid: door !== undefined,
    storefrontName: door?.storefrontName ?? null,
    operatorDomain: door?.operatorDomain ?? null,
    logoUrl: door?.logoUrl ?? null,
    brandColors: door?.brandColors ?? null,
    defaultCurrency: door?.defaultCurrency ?? null,
    supportedLanguages: door?.supportedLanguages ?? null,
  };
}
