export { type Declaration, declareAccount } from "./accounts/declare-account.ts";
export type { DeclaredAccount, NaturalKey } from "./accounts/declared-account.ts";
export { readDeclaredAccount, readDeclaredAccounts } from "./accounts/read-accounts.ts";
export { type Answer, answerOnce } from "./answers/answer-once.ts";
export { forgetExpiredAnswersOfAllCustomers } from "./answers/store.ts";
export type { Caller } from "./caller.ts";
export type { Purchase, PurchasedPackage } from "./purchases/purchase.ts";
export { isCustomer, readPurchases } from "./purchases/read-purchases.ts";
