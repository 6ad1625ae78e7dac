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
  /** How long one answer of the agent may take. */
  readonly answerTimeoutMs: number;
  /** After this no further storyboard is begun. */
  readonly enoughMs: number;
}

export interface Observation {
  readonly category: string;
  readonly severity: "info" | "suggestion" | "warning" | "error";
  readonly message: string;
}

/** An agent may repeat what it was shown; nobody reads a secret back, whoever says it. */
export function withoutSecret(text: string, { auth }: Pick<Examinee, "auth">): string {
  if (auth.type === "none") return text;
  const secret = auth.type === "bearer" ? auth.token : auth.password;
  return secret === "" ? text : text.replaceAll(secret, "…");
}

/** What came of it. An agent that is not reached, or opens to nobody, is neither good nor bad. */
export type Examination =
  | { readonly kind: "graded"; readonly graded: readonly Graded[]; readonly observations: readonly Observation[] }
  | { readonly kind: "unreachable"; readonly message: string };
