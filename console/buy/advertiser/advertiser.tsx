import { useParams } from "@tanstack/react-router";
import type { Buyer } from "#client";
import { api } from "../../api/client.ts";
import { useAnswer } from "../../api/use-answer.ts";
import { Go } from "../../components/button.tsx";
import { Loaded } from "../../components/failure.tsx";
import { Facts, Page, Section } from "../../components/page.tsx";
import { Day, Name, State } from "../../components/values.tsx";
import { advertiser as words } from "../../messages/advertiser.ts";
import { buy } from "../../messages/buy.ts";
import { Accounts } from "./accounts.tsx";
import { Catalogs } from "./catalogs.tsx";
import { EventSources } from "./event-sources.tsx";
import { Measurement } from "./measurement.tsx";

/** All of an advertiser but what campaigns show of it. */
export type Shown = Omit<Buyer["schemas"]["Advertiser"], "frequencyCaps">;

export function Advertiser() {
  const { advertiserId = "" } = useParams({ strict: false });
  const answer = useAnswer(["advertiser", advertiserId], () =>
    api.buyer.GET("/api/v2/buyer/advertisers/{advertiserId}", { params: { path: { advertiserId } } }),
  );
  return (
    <Page
      title={answer.data?.name ?? buy.advertisers.title}
      lead={words.lead}
      actions={<Go to="/buy/discovery">{words.discover}</Go>}
    >
      <Loaded of={answer}>
        {(shown) => (
          <>
            <About shown={shown} />
            <Accounts shown={shown} />
            <Catalogs advertiserId={shown.id} />
            <EventSources shown={shown} />
            <Measurement shown={shown} />
          </>
        )}
      </Loaded>
    </Page>
  );
}

function About({ shown: { brand, primaryCurrency, status, createdAt } }: { readonly shown: Shown }) {
  return (
    <Section>
      <Facts
        facts={[
          [words.facts.brand, <Name>{brand}</Name>],
          [words.facts.currency, primaryCurrency],
          [words.facts.status, <State code={status} />],
          [words.facts.since, <Day at={createdAt} />],
        ]}
      />
    </Section>
  );
}
