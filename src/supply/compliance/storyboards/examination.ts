import type { Graded } from "../track.ts";

/** An agent to be examined, as the thread gets it. Holds an opened secret: it lives for one examination. */
export interface Examinee {
  readonly endpointUrl: string;
  readonly protocol: "MCP" | "A2A";
  readonly auth:
    | { readonly type: "none" }
    | { readonly type: "bearer"; readonly token: string }
    | { readonly type: "basic"; readonly username: string; readonly password: string };
  readonly allowLoopback: boolean;
  readonly allowedNetworks?: readonly string[];
  /** How long one answer of the agent may take. */
  readonly answerTimeoutMs: number;
  /** After this no further storyboard is begun. */
  readonly enoughMs: number;
}

/** How many storyboards have run, of those that were chosen for the agent. */
export interface StoryboardProgress {
  readonly done: number;
  readonly total: number;
}

/** What the thread reports: its progress any number of times, and its result last. */
export type ThreadReport =
  | ({ readonly kind: "progress" } & StoryboardProgress)
  | { readonly kind: "result"; readonly examination: Examination };

export interface Observation {
  readonly category: string;
  readonly severity: "info" | "suggestion" | "warning" | "error";
  readonly message: string;
}

/** An agent may repeat what it was shown; nobody ever reads a secret back. */
export function withoutSecret(text: string, { auth }: Pick<Examinee, "auth">): string {
  if (auth.type === "none") return text;
  const secrets = auth.type === "bearer" ? [auth.token] : [asSent(auth.username, auth.password), auth.password];
  return secrets.filter(Boolean).reduce((reported, secret) => reported.replaceAll(secret, "…"), text);
}

/** As the header has it (RFC 7617). */
function asSent(username: string, password: string): string {
  return Buffer.from(`${username}:${password}`).toString("base64");
}

/** The result. An agent that cannot be reached, or refuses everybody, is neither good nor bad. */
export type Examination =
  | {
      readonly kind: "graded";
      readonly graded: readonly Graded[];
      /** The tracks of the storyboards that time did not suffice for, each as often as it has such. */
      readonly unbegun: readonly string[];
      readonly observations: readonly Observation[];
    }
  | { readonly kind: "unreachable"; readonly message: string };
