import { type Reply, sayText } from "./exchange.ts";

/** What is done to the next calls of a route. */
export type Fault =
  | { readonly kind: "lose" }
  | { readonly kind: "cut" }
  | { readonly kind: "throttle" }
  | { readonly kind: "fail"; readonly reply: Reply };

interface Planned {
  readonly route: string;
  readonly fault: Fault;
  left: number;
}

/** Injected faults that wait for their call. `*` matches any route. */
export class Faults {
  readonly #planned: Planned[] = [];

  plan(route: string, fault: Fault, times: number): void {
    this.#planned.push({ route, fault, left: times });
  }

  /** Taken once for each call. */
  take(route: string): Fault | undefined {
    const due = this.#planned.find((one) => one.left > 0 && (one.route === "*" || one.route === route));
    if (!due) return undefined;
    due.left -= 1;
    return due.fault;
  }
}

/** What a balancer in front of any of them says. */
export function pageOfHtml(status: number): Reply {
  return sayText(status, "text/html; charset=utf-8", `<html><body><h1>${status}</h1><p>synthetic</p></body></html>`);
}
