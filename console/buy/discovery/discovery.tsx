import { useState } from "react";
import { dataOf } from "#client";
import { api } from "../../api/client.ts";
import { useAnswer } from "../../api/use-answer.ts";
import { useWrite } from "../../api/use-write.ts";
import { Button } from "../../components/button.tsx";
import { Dialog } from "../../components/dialog.tsx";
import { Loaded } from "../../components/failure.tsx";
import { Field, Form, Select, TextArea, type Typed } from "../../components/form.tsx";
import { useAddress } from "../../components/list.tsx";
import { Empty, Page, Section } from "../../components/page.tsx";
import { buy } from "../../messages/buy.ts";
import { useNow } from "../../shell/use-now.ts";
import { CreateAdvertiser } from "../advertisers.tsx";
import { Asking, useHeard } from "./asking.tsx";
import { Results } from "./results.tsx";

const words = buy.discovery;
const DAY_MS = 86_400_000;

/** A brief, the answers, and the selection. The URL leads back to the same answers. */
export function Discovery() {
  const [{ discovery }] = useAddress();
  return (
    <Page title={words.title} lead={words.lead}>
      <Brief key={discovery} />
      {discovery && <Results discoveryId={discovery} />}
    </Page>
  );
}

function Brief() {
  const [address, change] = useAddress();
  const [adding, setAdding] = useState(false);
  const advertisers = useAnswer(["advertisers", "all"], () =>
    api.buyer.GET("/api/v2/buyer/advertisers", { params: { query: { take: 100 } } }),
  );
  const heard = useHeard();
  const ask = useWrite(
    (typed: Typed, headers) =>
      dataOf(
        api.buyer.POST("/api/v2/buyer/discovery/discover-products", {
          headers,
          middleware: heard.follow(),
          body: questionOf(typed, address.storefront),
        }),
      ),
    ({ discoveryId }, { advertiserId, brief, budget, startDate, endDate }) =>
      change({ discovery: discoveryId, advertiser: advertiserId, brief, budget, start: startDate, end: endDate }),
  );
  return (
    <Section>
      <Loaded of={advertisers}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title={buy.advertisers.emptyTitle} text={words.noAdvertiser}>
              <Button weight="primary" onClick={() => setAdding(true)}>
                {words.createAdvertiser}
              </Button>
            </Empty>
          ) : (
            <Form onSubmit={ask.write} write={ask} action={words.ask} fields={FIELDS}>
              {(errorOf) => (
                <BriefFields
                  errorOf={errorOf}
                  address={address}
                  advertisers={items.map(({ id, name }) => [id, name])}
                />
              )}
            </Form>
          )
        }
      </Loaded>
      {ask.busy && <Asking said={heard.said} />}
      <Dialog open={adding} onClose={() => setAdding(false)} title={words.createAdvertiser}>
        <CreateAdvertiser onDone={() => setAdding(false)} />
      </Dialog>
    </Section>
  );
}

const FIELDS = ["advertiserId", "brief", "budget", "flightDates.startDate", "flightDates.endDate"];

interface BriefFieldsProps {
  readonly errorOf: (field: string) => string | undefined;
  readonly address: Readonly<Record<string, string | undefined>>;
  readonly advertisers: readonly (readonly [string, string])[];
}

function BriefFields({ errorOf, address, advertisers }: BriefFieldsProps) {
  const now = useNow();
  const dayIn = (days: number) => new Date(now + days * DAY_MS).toISOString().slice(0, 10);
  return (
    <>
      <TextArea
        name="brief"
        label={words.brief}
        hint={words.briefHint}
        error={errorOf("brief")}
        initial={address.brief ?? ""}
        rows={3}
      />
      <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-4">
        <Select
          name="advertiserId"
          label={words.advertiser}
          options={advertisers}
          initial={address.advertiser ?? advertisers[0]?.[0] ?? ""}
          error={errorOf("advertiserId")}
        />
        <Field
          name="budget"
          type="number"
          label={words.budget}
          error={errorOf("budget")}
          initial={address.budget ?? "10000"}
        />
        <Field
          name="startDate"
          type="date"
          label={words.from}
          error={errorOf("flightDates.startDate")}
          initial={address.start ?? dayIn(1)}
        />
        <Field
          name="endDate"
          type="date"
          label={words.to}
          error={errorOf("flightDates.endDate")}
          initial={address.end ?? dayIn(15)}
        />
      </div>
    </>
  );
}

function questionOf({ advertiserId = "", brief, budget, startDate, endDate }: Typed, storefront: string | undefined) {
  return {
    advertiserId,
    ...(brief && { brief }),
    ...(budget && { budget: Number(budget) }),
    ...(startDate &&
      endDate && { flightDates: { startDate: `${startDate}T00:00:00Z`, endDate: `${endDate}T00:00:00Z` } }),
    ...(storefront && { storefrontIds: [Number(storefront)] }),
    productsPerGroup: 10,
  };
}
