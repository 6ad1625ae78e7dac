import { useParams } from "@tanstack/react-router";
import type { Buyer } from "#client";
import { api } from "../../api/client.ts";
import { useAnswer } from "../../api/use-answer.ts";
import { Go } from "../../components/button.tsx";
import { Loaded } from "../../components/failure.tsx";
import { readable } from "../../components/format.ts";
import { Facts, Page, Section } from "../../components/page.tsx";
import { Flight, Money, Name, State } from "../../components/values.tsx";
import { buy } from "../../messages/buy.ts";
import { stateWord } from "../../messages/shared.ts";
import { CampaignActions } from "./campaign-actions.tsx";
import { CampaignBoard } from "./campaign-board.tsx";
import { CampaignCreatives } from "./campaign-creatives.tsx";
import { CampaignDelivery } from "./campaign-delivery.tsx";
import { CampaignProducts } from "./campaign-products.tsx";
import { CampaignTimeline } from "./campaign-timeline.tsx";

export type Shown = Buyer["schemas"]["Campaign"];

const words = buy.campaign;
/** While sellers are being asked, the status changes by the second. */
const WAITING_MS = 4_000;

export function Campaign() {
  const { campaignId = "" } = useParams({ strict: false });
  const answer = useAnswer(
    ["campaign", campaignId],
    () => api.buyer.GET("/api/v2/buyer/campaigns/{campaignId}", { params: { path: { campaignId } } }),
    { everyMs: WAITING_MS },
  );
  const campaign = answer.data?.campaign;
  return (
    <Page
      title={campaign?.name ?? buy.campaigns.name}
      lead={campaign && <Stand campaign={campaign} />}
      actions={campaign && <CampaignActions campaign={campaign} />}
    >
      <Loaded of={answer} lines={8}>
        {({ campaign }) => (
          <>
            <Plan campaign={campaign} />
            <CampaignBoard campaign={campaign} />
            <CampaignProducts campaign={campaign} />
            <CampaignCreatives campaign={campaign} />
            <CampaignDelivery campaign={campaign} />
            <CampaignTimeline campaignId={campaign.campaignId} />
          </>
        )}
      </Loaded>
    </Page>
  );
}

/** Its state, with the reason in words. */
function Stand({ campaign: { status, why } }: { readonly campaign: Shown }) {
  return (
    <div className="space-y-1">
      <p>
        <State code={status} /> {why && <span>{readable(why.reason)}</span>}
      </p>
      {why?.nextStep && <p className="text-sm">{why.nextStep}</p>}
    </div>
  );
}

function Plan({ campaign }: { readonly campaign: Shown }) {
  const { budget, flightDates, allocatedBudget, unallocatedBudget, brief, discoveryId, advertiserId } = campaign;
  const { currency } = budget;
  const back = {
    discovery: discoveryId,
    advertiser: advertiserId,
    brief,
    budget: String(budget.total),
    start: flightDates.startDate.slice(0, 10),
    end: flightDates.endDate.slice(0, 10),
  };
  return (
    <Section
      title={words.plan}
      actions={
        discoveryId && (
          <Go weight="secondary" to="/buy/discovery" search={back}>
            {words.pick}
          </Go>
        )
      }
    >
      <Facts
        facts={[
          [words.flight, <Flight from={flightDates.startDate} to={flightDates.endDate} />],
          [words.budget, <Money amount={budget.total} currency={currency} />],
          [words.allocated, <Money amount={allocatedBudget} currency={currency} />],
          [words.unallocated, <Money amount={unallocatedBudget} currency={currency} />],
          [words.pacing, stateWord(budget.pacing)],
        ]}
      />
      {brief && (
        <p className="mt-4 max-w-prose text-muted">
          <Name>{brief}</Name>
        </p>
      )}
    </Section>
  );
}
