import type { SellerAgent, SellerCall } from "../port.ts";

type Methods = Omit<SellerAgent, "agentId" | "name" | "offerVersion">;
type Method<M extends keyof Methods> = NonNullable<Methods[M]>;
export type SellerMethod = keyof Methods;

/** A seller's methods, each taking what is obtained for it, such as an open transaction or another agent. */
export type WorkOfSeller<H> = {
  readonly [M in SellerMethod]: (held: H, ...args: Parameters<Method<M>>) => ReturnType<Method<M>>;
};

/** Obtains what a seller's method needs for one call, and releases it afterwards. */
export type Hold<H> = <T>(method: SellerMethod, call: SellerCall, work: (held: H) => Promise<T>) => Promise<T>;

/** A seller whose methods all need something that is obtained for each call. Methods that are not given here are not supported. */
export function heldSeller<H>(
  { agentId, name }: Pick<SellerAgent, "agentId" | "name">,
  hold: Hold<H>,
  work: Partial<WorkOfSeller<H>> &
    Omit<
      WorkOfSeller<H>,
      "buildCreative" | "getBuild" | "syncCatalogs" | "getSignals" | "listMediaBuys" | "holdInventory" | "releaseHold"
    >,
): SellerAgent {
  const act = (method: SellerMethod, act: (held: H, ...args: never[]) => Promise<unknown>) => {
    // Whatever other arguments a method has, the call is the last one.
    const entered = (...args: readonly unknown[]) =>
      hold(method, args.at(-1) as SellerCall, (held) => act(held, ...(args as never[])));
    return [method, entered] as const;
  };
  const methods = Object.entries(work).map(([method, does]) =>
    act(method as SellerMethod, does as (held: H, ...args: never[]) => Promise<unknown>),
  );
  // The type of `work` guarantees that every method which a seller must have is present, and each keeps its own name.
  return { agentId, name, ...Object.fromEntries(methods) } as unknown as SellerAgent;
}
