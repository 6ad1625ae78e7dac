import { useQuery, useQueryClient } from "@tanstack/react-query";
import { createContext, use } from "react";
import { ApiError, dataOf, type Operator } from "#client";
import { actFor, api } from "../api/client.ts";

type Current = Operator["schemas"]["CurrentAccount"];
export type Membership = Operator["schemas"]["Membership"];

export type Desk = "buy" | "sell" | "run";

export const DESK_OF: Readonly<Record<Membership["side"], Desk>> = {
  buyer: "buy",
  storefront: "sell",
  operator: "run",
};

/** Who is signed in, in which organisation, and so in which console. */
export interface Session {
  readonly current: Current;
  readonly person: Operator["schemas"]["Me"]["person"];
  readonly memberships: readonly Membership[];
  readonly desk: Desk;
  /** If somebody acts for an organisation that is not theirs. */
  readonly acting: Operator["schemas"]["Me"]["acting"];
  readonly mayManage: boolean;
}

export const SessionContext = createContext<Session | null>(null);

export function useSession(): Session {
  const session = use(SessionContext);
  if (!session) throw new Error("a page was shown to nobody");
  return session;
}

const KEY = "interchange-organisation";

async function readSession(): Promise<Session> {
  const kept = Number(localStorage.getItem(KEY));
  if (kept) actFor(kept);
  const { person, memberships, organisationId, acting } = await dataOf(api.operator.GET("/api/v2/me")).catch(
    (error: unknown) => {
      // An organisation that the person has left since: start with any other.
      if (!kept || !(error instanceof ApiError) || error.status === 401) throw error;
      chooseOrganisation(null);
      return dataOf(api.operator.GET("/api/v2/me"));
    },
  );
  actFor(organisationId);
  const current = await dataOf(api.operator.GET("/api/v2/accounts/current"));
  const desk = { BUYER: "buy", SELLER: "sell", OPERATOR: "run" } as const;
  const mayManage = current.role !== "MEMBER";
  return { current, person, memberships, acting, desk: desk[current.customerRole], mayManage };
}

function chooseOrganisation(customerId: number | null): void {
  actFor(customerId);
  if (customerId === null) localStorage.removeItem(KEY);
  else localStorage.setItem(KEY, String(customerId));
}

const ASKED_AGAIN_MS = 60_000;

/** Checked from time to time, so that a changed role, or a session that ended elsewhere, is noticed. */
export function useReadSession() {
  return useQuery({ queryKey: ["session"], queryFn: readSession, refetchInterval: ASKED_AGAIN_MS, retry: false });
}

export function useSwitchOrganisation(): (customerId: number) => void {
  const client = useQueryClient();
  return (customerId) => {
    chooseOrganisation(customerId);
    client.clear();
    location.assign("/console");
  };
}

/** Ends this browser's session and discards what it was shown. */
export async function signOut(): Promise<void> {
  await api.operator.POST("/api/v2/sign-out");
  localStorage.removeItem(KEY);
  location.assign("/sign-in?next=/console");
}
