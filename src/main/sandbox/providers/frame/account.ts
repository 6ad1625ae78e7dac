/** A synthetic account, which each provider presents in its own terms. */
export interface SyntheticAccount {
  readonly name: string;
  readonly currency: string;
  readonly zone: string;
  readonly country: string;
  /** The organisation, business, manager or whatever the provider calls the group to which the account belongs. */
  readonly organisation: string;
  readonly standing: "active" | "disabled" | "unpaid";
  readonly test: boolean;
}

const USUAL = { organisation: "Synthetic Holdings", standing: "active", test: false } as const;

/** Four currencies with 0, 2 and 3 decimals, and time zones with and without daylight saving time. */
export const ACCOUNTS: readonly SyntheticAccount[] = [
  { ...USUAL, name: "Synthetic New York", currency: "USD", zone: "America/New_York", country: "US" },
  { ...USUAL, name: "Synthetic Tokyo", currency: "JPY", zone: "Asia/Tokyo", country: "JP" },
  { ...USUAL, name: "Synthetic Kuwait", currency: "KWD", zone: "Asia/Kuwait", country: "KW" },
  {
    ...USUAL,
    organisation: "Synthetic do Brasil",
    name: "Synthetic São Paulo",
    currency: "BRL",
    zone: "America/Sao_Paulo",
    country: "BR",
  },
  {
    ...USUAL,
    organisation: "Synthetic do Brasil",
    name: "Synthetic London, closed",
    currency: "USD",
    zone: "Europe/London",
    country: "GB",
    standing: "disabled",
  },
  {
    ...USUAL,
    name: "Synthetic unpaid",
    currency: "USD",
    zone: "America/Los_Angeles",
    country: "US",
    standing: "unpaid",
  },
  { ...USUAL, name: "Synthetic test", currency: "USD", zone: "America/New_York", country: "US", test: true },
];
