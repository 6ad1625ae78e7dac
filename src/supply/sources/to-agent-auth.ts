import type { CallContext } from "../../ground/kernel/context.ts";
import type { AgentAuth } from "../../ground/seller-agent/connection.ts";
import type { StoredAuth } from "./consents/stored-auth.ts";
import { tokenFor } from "./exchange-jwt.ts";

/** A stored `auth` in the form with which an agent is called. */
export function toAgentAuth(auth: StoredAuth, out: CallContext): AgentAuth {
  switch (auth.type) {
    case "bearer":
      return { type: "bearer", token: auth.token };
    case "api_key":
    case "apikey":
      return { type: "api_key", token: auth.token };
    case "basic":
      return { type: "basic", username: auth.username, password: auth.password };
    case "consent":
      return { type: "issued", issue: () => out.consents.accessToken(out, auth) };
    case "jwt":
      return { type: "issued", issue: () => tokenFor(auth, out) };
  }
}
