import type { Installation } from "../../../ground/kernel/context.ts";
import { AccessDenied } from "../../../ground/kernel/errors.ts";
import { lifecycle } from "../../../ground/kernel/lifecycle.ts";

export type SignUpState = "mailed" | "waiting" | "opened" | "refused";

/** An organisation that somebody has requested. */
export interface SignUp {
  readonly signUpId: string;
  readonly email: string;
  readonly person: string | null;
  readonly company: string;
  readonly kind: "BUYER" | "SELLER";
  /** BCP 47: the language of mail. */
  readonly language: string;
  readonly termsVersion: string;
  readonly state: SignUpState;
  /** Why it was refused, as the person was told. */
  readonly reason: string | null;
  /** The organisation that resulted from it. */
  readonly customerId: number | null;
  readonly requestedAt: Date;
  readonly decidedAt: Date | null;
}

export const signUpLife = lifecycle({
  noun: "sign-up",
  states: {
    mailed: "a link was emailed, and has not been opened",
    waiting: "the address is confirmed, and an operator has to decide",
    opened: "the organisation has been created",
    refused: "an operator has refused it",
  },
  starts: ["mailed"],
  transitions: {
    wait: { mailed: "waiting" },
    open: { mailed: "opened", waiting: "opened" },
    refuse: { waiting: "refused" },
  },
});

/** Self-service sign-up is closed. */
export class SignUpClosed extends AccessDenied {
  constructor() {
    super("sign-up is closed here: ask whoever runs this installation, or a seller for a join link");
  }
}

/** Throws `SignUpClosed`. */
export function checkOpen({ signUp, signUpOpen }: Pick<Installation, "signUp" | "signUpOpen">): void {
  if (signUp === "closed" || !signUpOpen) throw new SignUpClosed();
}
