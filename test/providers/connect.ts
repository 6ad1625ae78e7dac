import type { Wire } from "../../src/main/sandbox/providers/frame/json.ts";
import type { SimulatedProvider } from "../../src/main/sandbox/providers/index.ts";
import { type Answer, ask, authorizationUrl, textAt } from "./ask.ts";
import { consentAt, type Decision } from "./consent.ts";

export interface Connecting {
  readonly authorize: string;
  readonly token: string;
  readonly query?: Readonly<Record<string, string>>;
  /** Sends the application's id and secret in a header rather than in the body. */
  readonly basic?: boolean;
  readonly headers?: Readonly<Record<string, string>>;
  readonly decision?: Decision;
}

export interface Connected {
  readonly back: URL;
  readonly tokens: Answer;
  readonly access: string;
  /** Calls the token endpoint as the application. */
  tokenCall(form: Readonly<Record<string, string>>): Promise<Answer>;
  call(address: string, json?: Wire, method?: string, headers?: Readonly<Record<string, string>>): Promise<Answer>;
  /** Renews the access token. */
  refresh(): Promise<Answer>;
}

/** Goes through the consent page to a first token, for providers whose token endpoint follows RFC 6749. */
export async function connect(provider: SimulatedProvider, connecting: Connecting): Promise<Connected> {
  const { clientId = "", clientSecret = "", redirectUris = [] } = provider.application ?? {};
  const { authorize, token, query, basic, headers: more, decision } = connecting;
  const back = await consentAt(provider, authorizationUrl(provider, authorize, query), decision);
  const secret = `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString("base64")}`;
  const tokenCall = (form: Readonly<Record<string, string>>) =>
    ask(provider, token, {
      form: basic ? form : { client_id: clientId, client_secret: clientSecret, ...form },
      headers: { ...more, ...(basic && { authorization: secret }) },
    });
  const code = back.searchParams.get("code") ?? "";
  const tokens = await tokenCall({ grant_type: "authorization_code", code, redirect_uri: redirectUris[0] ?? "" });
  let access = textAt(tokens.body, "access_token");
  let renewal = typeof tokens.body.refresh_token === "string" ? tokens.body.refresh_token : "";
  return {
    back,
    tokens,
    access,
    tokenCall,
    call: (address, json, method, headers) =>
      ask(provider, address, {
        headers: { authorization: `Bearer ${access}`, ...more, ...headers },
        ...(json !== undefined && { json }),
        ...(method !== undefined && { method }),
      }),
    refresh: async () => {
      const answer = await tokenCall({ grant_type: "refresh_token", refresh_token: renewal });
      if (typeof answer.body.access_token === "string") access = answer.body.access_token;
      if (typeof answer.body.refresh_token === "string") renewal = answer.body.refresh_token;
      return answer;
    },
  };
}
