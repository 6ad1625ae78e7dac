import type { CustomerKind } from "../../ground/kernel/viewer.ts";

/** An organisation on the installation: a tenant. */
export interface Customer {
  readonly customerId: number;
  readonly kind: CustomerKind;
  readonly company: string;
  readonly domain: string | null;
  readonly parentId: number | null;
  readonly sandbox: boolean;
  readonly clockOffsetMs: number;
  readonly terms: TermsAcceptance | null;
  /** The only storefront that a sponsored buyer sees; null for everybody else. */
  readonly walledStorefrontId: number | null;
}

export interface TermsAcceptance {
  readonly version: string;
  readonly acceptedAt: Date;
  readonly acceptedBy: string;
}

export interface NewCustomer {
  readonly kind: CustomerKind;
  readonly company: string;
  readonly domain: string | null;
  readonly parentId: number | null;
  readonly sandbox: boolean;
  /** The acceptance of the terms, if they have been accepted already. */
  readonly terms?: TermsAcceptance;
}

/** An organisation that a person creates: they are its administrator, and have accepted the terms on its behalf. */
export interface NewCustomerRequest extends NewCustomer {
  readonly founderId: number;
  readonly terms: TermsAcceptance;
}
