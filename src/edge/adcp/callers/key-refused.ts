import { Unauthorized } from "../../../ground/kernel/errors.ts";

/** An unsigned request brings no key, or none that opens anything. A signature opens a storefront's agent as well, and is asked for beside it. */
export class KeyRefused extends Unauthorized {
  readonly alternative = 'Signature error="request_signature_required"';
  readonly #first: string | undefined;

  /** `first` says what was wrong with the key, if there is a separate challenge. */
  constructor(message: string, first?: Unauthorized) {
    super(message, { cause: first });
    this.#first = first?.challenge;
  }

  override get challenge(): string {
    return this.#first ?? super.challenge;
  }
}

export function keyMissing(what: string): KeyRefused {
  return new KeyRefused(`${what} requires a key: send Authorization: Bearer <API key>, or sign the request`);
}
