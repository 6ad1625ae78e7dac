import { ApiError, dataOf, type Storefront } from "#client";
import { api } from "../../api/client.ts";
import { useAnswer } from "../../api/use-answer.ts";
import { useWrite } from "../../api/use-write.ts";
import { Button, Go, TextLink } from "../../components/button.tsx";
import { Failure, Loaded } from "../../components/failure.tsx";
import { Page, Section } from "../../components/page.tsx";
import { Name, State } from "../../components/values.tsx";
import { sell } from "../../messages/sell.ts";
import { Month } from "./month.tsx";
import { Readiness } from "./readiness.tsx";
import { SetUp } from "./set-up.tsx";
import { Waiting } from "./waiting.tsx";

type Shown = Pick<Storefront["schemas"]["Storefront"], "isPaused" | "marketplaceState">;
type Ready = Pick<Storefront["schemas"]["StorefrontReadiness"], "checks">;

const words = sell.home;

/** Until there is a storefront, how to create one; then what is next. */
export function SellHome() {
  const storefront = useAnswer(["own-storefront"], () => api.storefront.GET("/api/v2/storefront"));
  const { error } = storefront;
  if (!storefront.data && error instanceof ApiError && error.status === 404) return <SetUp />;
  return (
    <Page title={storefront.data?.name ?? words.title} lead={words.lead}>
      <Loaded of={storefront}>
        {(storefront) => (
          <>
            <Next storefront={storefront} />
            <Month />
            <Waiting />
            <Sources />
          </>
        )}
      </Loaded>
    </Page>
  );
}

function Next({ storefront }: { readonly storefront: Shown }) {
  const readiness = useAnswer(["readiness"], () => api.storefront.GET("/api/v2/storefront/readiness"));
  return (
    <Loaded of={readiness}>
      {(readiness) => (
        <>
          <Section title={words.next}>
            <NextStep storefront={storefront} readiness={readiness} />
          </Section>
          <Readiness readiness={readiness} />
        </>
      )}
    </Loaded>
  );
}

/** Only one action: the first thing that keeps this storefront from selling. */
function NextStep({ storefront, readiness }: { readonly storefront: Shown; readonly readiness: Ready }) {
  const open = useWrite((_: null, headers) =>
    dataOf(api.storefront.PUT("/api/v2/storefront", { headers, body: { isPaused: false } })),
  );
  const blocking = readiness.checks.find(({ isBlocker, status }) => isBlocker && status !== "complete");
  if (blocking)
    return (
      <div className="space-y-3">
        <p className="font-medium">{blocking.name}</p>
        <p className="text-muted">{blocking.guidance?.fix ?? blocking.details ?? blocking.description}</p>
        <Go to={/source|inventory|agent|product/.test(blocking.id) ? "/sell/sources" : "/settings"}>
          {blocking.actionLabel ?? blocking.name}
        </Go>
      </div>
    );
  if (storefront.isPaused)
    return (
      <div className="space-y-3">
        <p>{words.paused}</p>
        {open.error && <Failure error={open.error} />}
        <Button weight="primary" busy={open.busy && words.opening} onClick={() => open.write(null)}>
          {words.open}
        </Button>
      </div>
    );
  if (storefront.marketplaceState !== "LISTED")
    return (
      <p>
        <State code={storefront.marketplaceState} /> {words.review}
      </p>
    );
  return (
    <p>
      <State code="LISTED" /> {words.nothing}
    </p>
  );
}

function Sources() {
  const answer = useAnswer(["sources"], () => api.storefront.GET("/api/v2/storefront/inventory-sources"));
  return (
    <Section title={words.sources}>
      <Loaded of={answer}>
        {(sources) => (
          <ul className="divide-y divide-line">
            {sources.length === 0 && <li className="text-muted">{words.sourcesNone}</li>}
            {sources.map(({ sourceId, name, status, connectionError }) => (
              <li
                key={sourceId}
                className="flex flex-wrap items-center justify-between gap-2 py-2 first:pt-0 last:pb-0"
              >
                <TextLink to="/sell/sources/$sourceId" params={{ sourceId }}>
                  <Name>{name}</Name>
                </TextLink>
                <span className="text-sm text-bad">{connectionError}</span>
                <State code={status} />
              </li>
            ))}
          </ul>
        )}
      </Loaded>
    </Section>
  );
}
