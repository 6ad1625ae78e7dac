import { Invalid } from "../../../ground/kernel/errors.ts";

/** What a person's device proves them by (W3C Web Authentication). Its times are the wall's. */
export interface Passkey {
  readonly passkeyId: string;
  readonly userId: number;
  /** The person's name for it. */
  readonly name: string;
  /** Whether it is copied between its person's devices. */
  readonly synced: boolean;
  readonly createdAt: Date;
  readonly lastUsedAt: Date | null;
}

/** As needed to verify its signatures. */
export interface Credential {
  /** Both base64url. */
  readonly credentialId: string;
  readonly publicKey: string;
  readonly counter: number;
  readonly transports: readonly string[];
}

/** One answer for whatever is wrong with a passkey: who tries learns nothing. */
export class PasskeyInvalid extends Invalid {
  constructor() {
    super("response: this passkey was not accepted: ask for new options, and try again", { field: "response" });
  }
}
