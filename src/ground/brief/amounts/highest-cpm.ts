/** A price per mille beyond this is a budget. */
const HIGHEST_CPM = 500;
/** How many of these are one of the others. */
const SMALL: Readonly<Record<string, number>> = {
  JPY: 150,
  KRW: 1_500,
  HUF: 350,
  CLP: 950,
  COP: 4_000,
  ARS: 1_000,
  IDR: 16_000,
  VND: 25_000,
  INR: 85,
  EGP: 50,
  CZK: 25,
  MXN: 20,
  THB: 35,
  TRY: 40,
};

export function highestCpm(currency: string | undefined): number {
  return HIGHEST_CPM * (SMALL[currency ?? ""] ?? 1);
}
