import { api } from "../../api/client.ts";
import { useAnswer } from "../../api/use-answer.ts";
import { Loaded } from "../../components/failure.tsx";
import { Section } from "../../components/page.tsx";
import { Name, State } from "../../components/values.tsx";
import { buy } from "../../messages/buy.ts";
import type { Shown } from "./campaign.tsx";
import { UploadCreative } from "./upload-creative.tsx";

const words = buy.campaign;

/** The creatives, and the formats that still have none. */
export function CampaignCreatives({ campaign: { campaignId, creativeFormats } }: { readonly campaign: Shown }) {
  const params = { path: { campaignId } };
  const answer = useAnswer(["campaign", campaignId, "creatives"], () =>
    api.buyer.GET("/api/v2/buyer/campaigns/{campaignId}/creatives", { params }),
  );
  const missing = [...new Set(creativeFormats.missing.map(({ id, format_kind }) => id ?? format_kind))];
  return (
    <Section title={words.creatives} actions={<UploadCreative campaignId={campaignId} />}>
      <Loaded of={answer}>
        {({ manifests }) => (
          <ul className="space-y-2">
            {manifests.length === 0 && <li className="text-muted">{words.noCreatives}</li>}
            {manifests.map(({ creative_id, name, asset_count, sync_status }) => (
              <li key={creative_id} className="flex flex-wrap items-center gap-2">
                <Name>{name}</Name>
                <span className="text-sm text-muted">{words.files(asset_count)}</span>
                <State
                  code={sync_status.synced ? "complete" : "pending"}
                  label={sync_status.synced ? words.sent : words.notSent}
                />
                {sync_status.refusals.map(({ media_buy_id, sales_agent_name, reason }) => (
                  <span key={media_buy_id} className="text-sm text-bad">
                    {sales_agent_name}: {reason}
                  </span>
                ))}
              </li>
            ))}
          </ul>
        )}
      </Loaded>
      <div className="mt-4">
        {missing.length === 0 ? (
          <p className="text-good">{words.creativesCovered}</p>
        ) : (
          <>
            <p className="text-sm text-muted">{words.creativesMissing}</p>
            <ul className="mt-1 flex flex-wrap gap-1">
              {missing.map((format) => (
                <li key={format}>
                  <State code="pending" label={format} />
                </li>
              ))}
            </ul>
          </>
        )}
      </div>
    </Section>
  );
}
