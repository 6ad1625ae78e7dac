/** The approximate value of a currency's unit in euro. For ranking products, never for calculating money. */
const EURO: Readonly<Record<string, number>> = {
  EUR: 1,
  USD: 0.9,
  GBP: 1.16,
  CHF: 1.05,
  CAD: 0.66,
  AUD: 0.6,
  NZD: 0.55,
  JPY: 0.006,
  CNY: 0.126,
  INR: 0.0105,
  KRW: 0.00066,
  SGD: 0.68,
  HKD: 0.115,
  SEK: 0.088,
  NOK: 0.086,
  DKK: 0.134,
  PLN: 0.233,
  CZK: 0.04,
  HUF: 0.0025,
  RON: 0.2,
  TRY: 0.024,
  MXN: 0.049,
  BRL: 0.165,
  ARS: 0.0009,
  COP: 0.00022,
  CLP: 0.00096,
  AED: 0.245,
  SAR: 0.24,
  QAR: 0.247,
  KWD: 2.93,
  EGP: 0.018,
  MAD: 0.092,
  ZAR: 0.05,
  ILS: 0.25,
};

/** An amount of one currency in another, within a fifth or so; undefined where nothing is known of one of them. */
export function roughly(amount: number, from: string, to: string): number | undefined {
  const [one, other] = [EURO[from], EURO[to]];
  return one === undefined || other === undefined ? undefined : (amount * one) / other;
}
