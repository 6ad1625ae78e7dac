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
  /** The one storefront that a sponsored buyer sees; null for everybody else. */
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
  /** Where they were accepted already. */
  readonly terms?: TermsAcceptance;
}

/** An organisation that a person founds: they are its administrator, and have accepted the terms for it. */
export interface Founding extends NewCustomer {
  readonly founderId: number;
  readonly terms: TermsAcceptance;
}
