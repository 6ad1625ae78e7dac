export type { SyntheticAccount } from "./frame/account.ts";
export type { Ledger, LedgerCall, LedgerEntry } from "./frame/ledger.ts";
export type { SimulatedProvider } from "./frame/open-provider.ts";
export type { Controls, ProviderOptions } from "./frame/stage.ts";
