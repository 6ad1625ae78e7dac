import { type Buyer, dataOf } from "#client";
import { api } from "../../api/client.ts";
import { useAnswer } from "../../api/use-answer.ts";
import { useWrite } from "../../api/use-write.ts";
import { Button } from "../../components/button.tsx";
import { Failure, Loaded } from "../../components/failure.tsx";
import { Field, Form } from "../../components/form.tsx";
import { useAddress } from "../../components/list.tsx";
import { Empty, Section } from "../../components/page.tsx";
import { Name, State } from "../../components/values.tsx";
import { buy } from "../../messages/buy.ts";
import { shared } from "../../messages/shared.ts";
import { Asking, useHeard } from "./asking.tsx";
import { Offers, type Picking } from "./offers.tsx";
import { Selection } from "./selection.tsx";

type Found = Buyer["schemas"]["Discovery"];
export type Product = Found["productGroups"][number]["products"][number];

const words = buy.discovery;

export function Results({ discoveryId }: { readonly discoveryId: string }) {
  const [{ groups }] = useAddress();
  const groupOffset = Number.parseInt(groups ?? "0", 10) || 0;
  const found = useAnswer(["discovery", discoveryId, groupOffset], () =>
    api.buyer.GET("/api/v2/buyer/discovery/{discoveryId}/discover-products", {
      params: { path: { discoveryId }, query: { groupLimit: GROUPS, groupOffset, productsPerGroup: 10 } },
    }),
  );
  const selection = useAnswer(["selection", discoveryId], () =>
    api.buyer.GET("/api/v2/buyer/discovery/{discoveryId}/products", { params: { path: { discoveryId } } }),
  );
  const picking = usePicking(discoveryId, new Set(selection.data?.products.map(({ productId }) => productId)));
  return (
    <Loaded of={found} lines={8}>
      {(discovery) => (
        <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_20rem]">
          <div className="min-w-0 space-y-6">
            <Understood discovery={discovery} />
            {picking.error && <Failure error={picking.error} />}
            {discovery.productGroups.length === 0 && <Nothing discovery={discovery} />}
            {discovery.productGroups.map((group) => (
              <Section key={group.groupId} title={group.storefrontName ?? group.groupName} flush>
                <Offers
                  label={group.groupName}
                  products={group.products}
                  ranks={ranksIn(discovery)}
                  picking={picking}
                />
              </Section>
            ))}
            <MoreGroups offset={groupOffset} hasMore={discovery.hasMoreGroups} />
            <LeftOut discovery={discovery} />
          </div>
          <div className="order-first space-y-6 lg:sticky lg:top-6 lg:order-last">
            <Loaded of={selection}>{(chosen) => <Selection chosen={chosen} picking={picking} />}</Loaded>
            <Refine discoveryId={discoveryId} />
          </div>
        </div>
      )}
    </Loaded>
  );
}

const GROUPS = 10;

/** The place of each product in the one order over all storefronts, by which refinements count them. */
function ranksIn({ ranking }: Found): ReadonlyMap<string, number> {
  return new Map(ranking.map(({ salesAgentId, productId, rank }) => [`${salesAgentId} ${productId}`, rank]));
}

/** Storefronts come ten at a time, the best first. */
function MoreGroups({ offset, hasMore }: { readonly offset: number; readonly hasMore: boolean }) {
  const [, change] = useAddress();
  if (offset === 0 && !hasMore) return null;
  const go = (to: number) => change({ groups: to > 0 ? String(to) : undefined });
  return (
    <div className="flex justify-end gap-2">
      <Button disabled={offset === 0} onClick={() => go(offset - GROUPS)}>
        {shared.actions.previous}
      </Button>
      <Button disabled={!hasMore} onClick={() => go(offset + GROUPS)}>
        {shared.actions.next}
      </Button>
    </div>
  );
}

function usePicking(discoveryId: string, picked: ReadonlySet<string>): Picking {
  const path = "/api/v2/buyer/discovery/{discoveryId}/products";
  const params = { path: { discoveryId } };
  const add = useWrite(({ product, budget }: { readonly product: Chosen; readonly budget?: number }, headers) =>
    api.buyer.POST(path, { headers, params, body: { products: [{ ...product, ...(budget && { budget }) }] } }),
  );
  const remove = useWrite((productId: string, headers) =>
    api.buyer.DELETE(path, { headers, params, body: { productIds: [productId] } }),
  );
  return {
    picked,
    busy: add.busy || remove.busy,
    error: add.error ?? remove.error,
    add: (product, budget) => add.write({ product, ...(budget && { budget }) }),
    remove: remove.write,
  };
}

export interface Chosen {
  readonly productId: string;
  readonly salesAgentId: string;
  readonly pricingOptionId: string;
}

function Understood({ discovery: { reading, summary } }: { readonly discovery: Found }) {
  return (
    <div className="flex flex-wrap items-center gap-2">
      <h2 className="text-lg font-semibold">{words.products(summary.totalProducts, summary.publishersCount)}</h2>
      {reading && reading.chips.length > 0 && (
        <ul className="flex flex-wrap items-center gap-1" aria-label={words.understood}>
          {reading.chips.map(({ kind, label, negated }) => (
            <li key={`${kind}-${label}`}>
              <State code={negated ? "BLOCKED" : "IN_PROGRESS"} label={label} />
            </li>
          ))}
        </ul>
      )}
      {reading?.note !== undefined && <Unknown unknown={reading.unknownWords} />}
    </div>
  );
}

/** More words than these say nothing further; a long brief in a language that is not read consists of hundreds. */
const MOST_UNKNOWN = 12;

/** Korean words are not broken in the middle, unless one alone is wider than the line. */
function Unknown({ unknown }: { readonly unknown: readonly string[] }) {
  const shown = unknown.slice(0, MOST_UNKNOWN);
  return (
    <p className="w-full break-keep wrap-anywhere text-muted" dir="auto">
      {words.unknownWords(shown.join(", "), unknown.length - shown.length)}
    </p>
  );
}

function Nothing({ discovery: { emptyReasons = [] } }: { readonly discovery: Found }) {
  return (
    <Section>
      <Empty title={words.noneTitle} text={emptyReasons[0]?.message ?? words.noneText} />
    </Section>
  );
}

function LeftOut({ discovery: { removedByFilters, incompleteAgents } }: { readonly discovery: Found }) {
  if (removedByFilters.length + incompleteAgents.length === 0) return null;
  return (
    <Section title={words.hidden}>
      <ul className="space-y-2">
        {removedByFilters.map(({ filter, because, products, names }) => (
          <li key={`${filter} ${because}`}>
            {words.hiddenBy(products, filter)}
            <span className="block text-sm text-muted">{names.join(", ")}</span>
          </li>
        ))}
        {incompleteAgents.map(({ agentId, agentName, reason, message }) => (
          <li key={`${agentId} ${message}`}>
            <Name>{agentName}</Name>{" "}
            <State code="pending" label={reason === "timeout" ? words.silent : words.incomplete} />
            <span className="block text-sm text-muted">{message}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}

const OUTCOME_STATE = { applied: "pass", partial: "pending", unable: "DRAFT" } as const;

function Refine({ discoveryId }: { readonly discoveryId: string }) {
  const [{ advertiser = "" }, change] = useAddress();
  const heard = useHeard();
  const refine = useWrite(
    (said: string, headers) =>
      dataOf(
        api.buyer.POST("/api/v2/buyer/discovery/discover-products", {
          headers,
          middleware: heard.follow(),
          body: { discoveryId, advertiserId: advertiser, refine: [{ scope: "request", ask: said }] },
        }),
      ),
    (answer) => change({ discovery: answer.discoveryId }),
  );
  return (
    <Section title={words.refine}>
      <Form
        onSubmit={({ ask = "" }) => refine.write(ask)}
        write={refine}
        action={words.refineAction}
        fields={["refine.0.ask"]}
      >
        {(errorOf) => <Field name="ask" label={words.change} hint={words.refineHint} error={errorOf("refine.0.ask")} />}
      </Form>
      {refine.busy && <Asking said={heard.said} />}
      {refine.data?.refinementApplied?.map(({ status, notes }) => (
        <div key={`${status} ${notes}`} role="status" className="mt-4 space-y-1 rounded-md bg-sunken px-4 py-3 text-sm">
          <State code={OUTCOME_STATE[status]} label={words.refined[status] ?? status} />
          {notes && <p className="wrap-anywhere">{notes}</p>}
        </div>
      ))}
    </Section>
  );
}
