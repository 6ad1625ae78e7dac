import type { Graded } from "../track.ts";

/** An agent to be examined, as its thread receives it. It contains a decrypted secret, and exists only for one examination. */
export interface AgentUnderTest {
  readonly endpointUrl: string;
  readonly protocol: "MCP" | "A2A";
  readonly auth:
    | { readonly type: "none" }
    | { readonly type: "bearer"; readonly token: string }
    | { readonly type: "basic"; readonly username: string; readonly password: string };
  readonly allowLoopback: boolean;
  readonly allowedNetworks?: readonly string[];
  /** How long the agent may take for one answer. */
  readonly answerTimeoutMs: number;
  /** After this, no further storyboard is started. */
  readonly enoughMs: number;
}

/** How many of the storyboards chosen for the agent have run. */
export interface StoryboardProgress {
  readonly done: number;
  readonly total: number;
}

/** What the thread reports: its progress any number of times, then its result. */
export type ThreadReport =
  | ({ readonly kind: "progress" } & StoryboardProgress)
  | { readonly kind: "result"; readonly examination: Examination };

export interface Observation {
  readonly category: string;
  readonly severity: "info" | "suggestion" | "warning" | "error";
  readonly message: string;
}

/** Removes the secret from text that an agent sent, because the agent may repeat it and nobody may read it back. */
export function withoutSecret(text: string, { auth }: Pick<AgentUnderTest, "auth">): string {
  if (auth.type === "none") return text;
  const secrets = auth.type === "bearer" ? [auth.token] : [asSent(auth.username, auth.password), auth.password];
  return secrets.filter(Boolean).reduce((reported, secret) => reported.replaceAll(secret, "…"), text);
}

/** In the form of the Authorization header (RFC 7617). */
function asSent(username: string, password: string): string {
  return Buffer.from(`${username}:${password}`).toString("base64");
}

/** The result of an examination. An agent that cannot be reached, or refuses everybody, gets no grade. */
export type Examination =
  | {
      readonly kind: "graded";
      readonly graded: readonly Graded[];
      /** The tracks of storyboards for which there was no time; a track appears once for each of them. */
      readonly unbegun: readonly string[];
      readonly observations: readonly Observation[];
    }
  | { readonly kind: "unreachable"; readonly message: string };
