import { Unauthorized } from "../../../ground/kernel/errors.ts";

/** An unsigned request without a valid key. A signature also gives access to a storefront's agent, so it is offered as an alternative challenge. */
export class KeyRefused extends Unauthorized {
  readonly alternative = 'Signature error="request_signature_required"';
  readonly #first: string | undefined;

  /** `first` says what was wrong with the key, if that has a challenge of its own. */
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
