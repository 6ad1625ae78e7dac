import { api } from "../../api/client.ts";
import { useAnswer } from "../../api/use-answer.ts";
import { Loaded } from "../../components/failure.tsx";
import { Section } from "../../components/page.tsx";
import { Timeline } from "../../components/timeline.tsx";
import { Name } from "../../components/values.tsx";
import { buy } from "../../messages/buy.ts";
import { settings } from "../../messages/settings.ts";

/** Who did what, from the audit log. */
export function CampaignTimeline({ campaignId }: { readonly campaignId: string }) {
  const answer = useAnswer(["campaign", campaignId, "log"], () =>
    api.buyer.GET("/api/v2/audit-logs", { params: { query: { campaignId, take: 30 } } }),
  );
  return (
    <Section title={buy.campaign.timeline}>
      <Loaded of={answer}>
        {({ logs }) => (
          <Timeline
            happenings={logs.map(({ id, timestamp, description, outcome }) => ({
              id: String(id),
              at: timestamp,
              title: <Name lines={4}>{description}</Name>,
              detail: outcome !== "succeeded" && (settings.audit.outcomes[outcome] ?? outcome),
            }))}
          />
        )}
      </Loaded>
    </Section>
  );
}
