import { api } from "../../api/client.ts";
import { useAnswer } from "../../api/use-answer.ts";
import { TextLink } from "../../components/button.tsx";
import { Loaded } from "../../components/failure.tsx";
import { Section } from "../../components/page.tsx";
import { Moment } from "../../components/values.tsx";
import { sell } from "../../messages/sell.ts";

const words = sell.home;

interface Kind {
  readonly to: "/sell/approvals" | "/sell/media-buys" | "/sell/work";
  readonly says: string;
  readonly since: string | undefined;
}

/** Everything that waits for a person, oldest first. */
export function Waiting() {
  const pending = useAnswer(["pending"], () => api.storefront.GET("/api/v2/storefront/pending-operations"));
  const work = useAnswer(["work", "home"], () =>
    api.storefront.GET("/api/v2/storefront/work-items", { params: { query: { limit: 20 } } }),
  );
  return (
    <Section title={words.waits}>
      <Loaded of={pending}>
        {({ approvals, creativeReviews, failedForwards, awaitingSource }) => {
          const kinds: Kind[] = [
            kindOf("/sell/approvals", words.approvals, approvals?.count, approvals?.items[0]?.submittedAt),
            kindOf("/sell/approvals", words.creatives, creativeReviews?.count, creativeReviews?.items[0]?.submittedAt),
            kindOf(
              "/sell/media-buys",
              words.forwards,
              failedForwards?.count,
              failedForwards?.groups[0]?.items[0]?.since,
            ),
            kindOf("/sell/media-buys", words.awaiting, awaitingSource?.count, awaitingSource?.items[0]?.since),
            kindOf("/sell/work", words.work, work.data?.total, work.data?.items[0]?.createdAt),
          ].flat();
          return <Kinds kinds={kinds} />;
        }}
      </Loaded>
    </Section>
  );
}

function kindOf(to: Kind["to"], says: (count: number) => string, count = 0, since?: string | null): Kind[] {
  return count === 0 ? [] : [{ to, says: says(count), since: since ?? undefined }];
}

function Kinds({ kinds }: { readonly kinds: readonly Kind[] }) {
  if (kinds.length === 0) return <p className="text-muted">{words.waitsNone}</p>;
  const oldestFirst = kinds.toSorted((a, b) => (a.since ?? "").localeCompare(b.since ?? ""));
  return (
    <ul className="divide-y divide-line">
      {oldestFirst.map(({ to, says, since }) => (
        <li key={says} className="flex flex-wrap justify-between gap-x-4 py-2 first:pt-0 last:pb-0">
          <TextLink to={to}>{says}</TextLink>
          <span className="text-sm text-muted">
            {words.since} <Moment at={since} />
          </span>
        </li>
      ))}
    </ul>
  );
}
