import { Unauthorized } from "../kernel/errors.ts";

/** AdCP's codes for what is wrong with a signature (3.1, Transport error taxonomy), without `request_signature_`. */
export type SignatureFault =
  | "required"
  | "header_malformed"
  | "params_incomplete"
  | "tag_invalid"
  | "alg_not_allowed"
  | "window_invalid"
  | "components_incomplete"
  | "components_unexpected"
  | "key_unknown"
  | "key_purpose_invalid"
  | "key_revoked"
  | "rate_abuse"
  | "invalid"
  | "digest_mismatch"
  | "replayed";

/** The request's signature is invalid, or is missing although it is required. */
export class SignatureRefused extends Unauthorized {
  readonly fault: string;

  constructor(fault: SignatureFault, message: string) {
    super(message);
    this.fault = `request_signature_${fault}`;
  }

  override get challenge(): string {
    return `Signature error="${this.fault}"`;
  }
}
