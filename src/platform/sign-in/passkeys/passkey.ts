import { Invalid } from "../../../ground/kernel/errors.ts";

/** A passkey with which a person's device identifies them (W3C Web Authentication). Its times are real time. */
export interface Passkey {
  readonly passkeyId: string;
  readonly userId: number;
  /** The name that the person gave it. */
  readonly name: string;
  /** Whether it is synchronised between the person's devices. */
  readonly synced: boolean;
  readonly createdAt: Date;
  readonly lastUsedAt: Date | null;
}

/** The data that is needed to verify its signatures. */
export interface Credential {
  /** Both in base64url. */
  readonly credentialId: string;
  readonly publicKey: string;
  readonly counter: number;
  readonly transports: readonly string[];
}

/** The same answer whatever is wrong with a passkey, so that guessing reveals nothing. */
export class PasskeyInvalid extends Invalid {
  constructor() {
    super("response: this passkey was not accepted: ask for new options, and try again", { field: "response" });
  }
}
