import { catalogue } from "./catalogue.ts";

/** What was reported to other systems, and a storefront's own domain. */
export const deliveries = catalogue({
  open: "Deliveries",
  title: (url: string) => `Sent to ${url}`,
  none: "Nothing has been sent to it yet.",
  event: "Event",
  state: "State",
  answered: "Answered",
  tries: "Tries",
  at: "At",
  again: "Send again",
  test: "Send a test",
  silence: "No answer",
});

export const domainProof = catalogue({
  title: "Operator domain",
  note: "Buyers see whose storefront it is once the domain is verified.",
  none: "Your storefront has no operator domain.",
  proved: "Proved",
  notProved: "Not proved",
  check: "Prove it",
  watching: "We look for it every 15 seconds while this page is open.",
  paste: "One of these proves it. The DNS record to paste:",
  record: "TXT record",
  value: "Value",
});
