import { type ReactNode, useState } from "react";
import { dataOf, type Storefront } from "#client";
import { api } from "../../api/client.ts";
import { useAnswer } from "../../api/use-answer.ts";
import { useWrite } from "../../api/use-write.ts";
import { Button, TextLink } from "../../components/button.tsx";
import { Failure, Loaded } from "../../components/failure.tsx";
import { Empty, Page, Section } from "../../components/page.tsx";
import { Moment, Name, State } from "../../components/values.tsx";
import { sell } from "../../messages/sell.ts";
import { shared } from "../../messages/shared.ts";
import { Asked } from "./asked.tsx";
import { CreativePreview } from "./creative-preview.tsx";
import { Reject } from "./reject.tsx";

type MediaBuyAsk = Storefront["schemas"]["MediaBuyApproval"];
type CreativeAsk = Storefront["schemas"]["CreativeReview"];

const words = sell.approvals;
const query = { status: "pending" as const };

/** One queue of pending decisions, oldest first; the common case takes one click. */
export function Approvals() {
  const buys = useAnswer(["approvals", "buys"], () =>
    api.storefront.GET("/api/v2/storefront/media-buy-approvals", { params: { query } }),
  );
  const creatives = useAnswer(["approvals", "creatives"], () =>
    api.storefront.GET("/api/v2/storefront/creative-reviews", { params: { query } }),
  );
  return (
    <Page title={words.title} lead={words.lead}>
      <Loaded of={buys}>
        {({ items: buys }) => (
          <Loaded of={creatives}>
            {({ items: creatives }) =>
              buys.length + creatives.length === 0 ? (
                <Section>
                  <Empty title={words.emptyTitle} text={words.emptyText} />
                </Section>
              ) : (
                [...buys.map(entryOfBuy), ...creatives.map(entryOfCreative)]
                  .toSorted((a, b) => a.at.localeCompare(b.at))
                  .map(({ id, card }) => <div key={id}>{card}</div>)
              )
            }
          </Loaded>
        )}
      </Loaded>
    </Page>
  );
}

interface Entry {
  readonly id: string;
  readonly at: string;
  readonly card: ReactNode;
}

function entryOfBuy(ask: MediaBuyAsk): Entry {
  return { id: `buy-${ask.id}`, at: ask.createdAt, card: <MediaBuyCard ask={ask} /> };
}

function entryOfCreative(ask: CreativeAsk): Entry {
  return { id: `creative-${ask.id}`, at: ask.createdAt, card: <CreativeCard ask={ask} /> };
}

function MediaBuyCard({ ask }: { readonly ask: MediaBuyAsk }) {
  const params = { path: { mediaBuyId: ask.mediaBuyId } };
  const decide = useWrite(({ status, notes }: Decision, headers) =>
    api.storefront.POST("/api/v2/storefront/media-buy-approvals/{mediaBuyId}/decide", {
      headers,
      params,
      body: { status, ...(notes && { reviewerNotes: notes }) },
    }),
  );
  const evaluate = useWrite((_: null, headers) =>
    dataOf(
      api.storefront.POST("/api/v2/storefront/media-buy-approvals/{mediaBuyId}/evaluate", {
        headers,
        params,
      }),
    ),
  );
  return (
    <Card
      title={words.kind[ask.kind] ?? ask.kind}
      ask={ask}
      expiresAt={ask.expiresAt}
      decide={decide}
      evaluate={evaluate}
    />
  );
}

function CreativeCard({ ask }: { readonly ask: CreativeAsk }) {
  const params = { path: { creativeId: ask.creativeId } };
  const decide = useWrite(({ status, notes }: Decision, headers) =>
    api.storefront.POST("/api/v2/storefront/creative-reviews/{creativeId}/decide", {
      headers,
      params,
      body: { status, review_id: ask.id, ...(notes && { reviewer_notes: notes }) },
    }),
  );
  const evaluate = useWrite((_: null, headers) =>
    dataOf(
      api.storefront.POST("/api/v2/storefront/creative-reviews/{creativeId}/evaluate", {
        headers,
        params,
        body: { review_id: ask.id },
      }),
    ),
  );
  return <Card title={words.creatives} ask={ask} decide={decide} evaluate={evaluate} isCreative />;
}

export interface Decision {
  readonly status: "approved" | "rejected";
  readonly notes?: string;
}

interface Evaluation {
  readonly recommendation: string;
  readonly summary: string;
  readonly checks: readonly {
    readonly code: string;
    readonly label: string;
    readonly status: string;
    readonly detail: string;
  }[];
}

interface CardProps {
  readonly title: string;
  readonly ask: MediaBuyAsk | CreativeAsk;
  readonly expiresAt?: string | null;
  readonly isCreative?: boolean;
  readonly decide: {
    readonly write: (decision: Decision) => void;
    readonly busy: boolean;
    readonly error: Error | null;
  };
  readonly evaluate: {
    readonly write: (_: null) => void;
    readonly busy: boolean;
    readonly error: Error | null;
    readonly data: Evaluation | undefined;
  };
}

function Card({ title, ask, expiresAt, isCreative = false, decide, evaluate }: CardProps) {
  const [rejecting, setRejecting] = useState(false);
  return (
    <Section
      title={title}
      actions={
        <>
          <Button
            weight="primary"
            busy={decide.busy && shared.waiting.saving}
            onClick={() => decide.write({ status: "approved" })}
          >
            {words.approve}
          </Button>
          <Button onClick={() => setRejecting(true)}>{words.reject}</Button>
        </>
      }
      note={<Since ask={ask} expiresAt={expiresAt} />}
    >
      <div className="space-y-4">
        {decide.error && <Failure error={decide.error} />}
        {isCreative && <CreativePreview payload={ask.submittedPayload} />}
        {isCreative || !ask.mediaBuyId ? (
          <Asked payload={ask.submittedPayload} />
        ) : (
          <AskedBuy mediaBuyId={ask.mediaBuyId} payload={ask.submittedPayload} />
        )}
        {!isCreative && ask.mediaBuyId && (
          <p>
            <TextLink to="/sell/media-buys/$mediaBuyId" params={{ mediaBuyId: ask.mediaBuyId }}>
              {words.seeBuy}
            </TextLink>
          </p>
        )}
        {evaluate.error && <Failure error={evaluate.error} />}
        {evaluate.data ? (
          <Advice evaluation={evaluate.data} />
        ) : (
          <Button busy={evaluate.busy && shared.waiting.loading} onClick={() => evaluate.write(null)}>
            {words.askRules}
          </Button>
        )}
      </div>
      <Reject open={rejecting} onClose={() => setRejecting(false)} buyer={ask.buyerName} decide={decide} />
    </Section>
  );
}

/** With what it books, in its currency: the buyer's own words say neither. */
interface AskedBuyProps {
  readonly mediaBuyId: string;
  readonly payload: MediaBuyAsk["submittedPayload"];
}

function AskedBuy({ mediaBuyId, payload }: AskedBuyProps) {
  const params = { path: { mediaBuyId } };
  const { data } = useAnswer(["media-buy", mediaBuyId], () =>
    api.storefront.GET("/api/v2/storefront/media-buys/{mediaBuyId}", { params }),
  );
  return <Asked payload={payload} bought={data?.packages} />;
}

interface SinceProps {
  readonly ask: CardProps["ask"];
  readonly expiresAt: CardProps["expiresAt"];
}

function Since({ ask, expiresAt }: SinceProps) {
  return (
    <>
      <Name lines={1}>{ask.buyerName}</Name>
      {words.since} <Moment at={ask.createdAt} />
      {expiresAt && (
        <>
          {" "}
          · {words.expires} <Moment at={expiresAt} />
        </>
      )}
    </>
  );
}

function Advice({ evaluation: { recommendation, summary, checks } }: { readonly evaluation: Evaluation }) {
  return (
    <div className="rounded-md bg-sunken px-4 py-3" role="status">
      <p className="font-medium">{words.recommendation[recommendation] ?? recommendation}</p>
      <p className="text-muted">{summary}</p>
      <ul className="mt-2 space-y-1">
        {checks.map(({ code, label, status, detail }) => (
          <li key={code} className="flex flex-wrap gap-x-2">
            <State code={status} /> <span className="font-medium">{label}</span>
            <span className="text-muted">{detail}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
