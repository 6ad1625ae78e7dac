import { useState } from "react";
import { dataOf, following } from "#client";
import { api } from "../../api/client.ts";
import { useAnswer } from "../../api/use-answer.ts";
import { useWrite } from "../../api/use-write.ts";
import { Button } from "../../components/button.tsx";
import { Confirm } from "../../components/dialog.tsx";
import { Loaded } from "../../components/failure.tsx";
import { moneyOf } from "../../components/format.ts";
import { Money, Name } from "../../components/values.tsx";
import { buy } from "../../messages/buy.ts";
import { shared } from "../../messages/shared.ts";
import type { Shown } from "./campaign.tsx";
import { EditCampaign } from "./edit-campaign.tsx";

const words = buy.campaign;

/** The possible next actions; the first is the one that is due. */
export function CampaignActions({ campaign }: { readonly campaign: Shown }) {
  const { status, mediaBuys } = campaign;
  const failed = mediaBuys.filter((one) => one.status === "FAILED");
  const drafts = mediaBuys.filter((one) => one.status === "DRAFT");
  const mayBuy = status === "DRAFT" || failed.length + drafts.length > 0;
  return (
    <>
      {mayBuy && <Execute campaign={campaign} name={failed.length > 0 ? words.retry : words.execute} />}
      {status === "ACTIVE" && <Pause campaign={campaign} />}
      {status === "PAUSED" && <Resume campaign={campaign} />}
      <EditCampaign campaign={campaign} />
    </>
  );
}

/** Shows what will be sent to whom before it is sent. */
function Execute({ campaign, name }: { readonly campaign: Shown; readonly name: string }) {
  const [open, setOpen] = useState(false);
  const params = { path: { campaignId: campaign.campaignId } };
  const [heard, setHeard] = useState("");
  const execute = useWrite(
    (_: null, headers) => {
      const middleware = [following(({ done, of }) => setHeard(words.sending(done, of)))];
      return dataOf(
        api.buyer.POST("/api/v2/buyer/campaigns/{campaignId}/execute", { headers, params, body: {}, middleware }),
      );
    },
    () => setOpen(false),
  );
  const done = execute.data;
  return (
    <>
      <Button weight="primary" onClick={() => setOpen(true)}>
        {name}
      </Button>
      <span role="status" className="text-sm text-muted empty:hidden">
        {done && words.done(done.runningCount, done.waitingCount, done.failedCount)}
      </span>
      <Confirm
        open={open}
        onClose={() => setOpen(false)}
        title={words.executeTitle}
        action={words.execute}
        write={execute}
        onConfirm={() => execute.write(null)}
      >
        <Preview campaign={campaign} />
        <p role="status" className="text-sm text-muted empty:hidden">
          {execute.busy && heard}
        </p>
      </Confirm>
    </>
  );
}

function Preview({ campaign: { campaignId, budget } }: { readonly campaign: Shown }) {
  const params = { path: { campaignId } };
  const answer = useAnswer(["campaign", campaignId, "products"], () =>
    api.buyer.GET("/api/v2/buyer/campaigns/{campaignId}/products", { params }),
  );
  return (
    <Loaded of={answer}>
      {({ products }) => {
        const due = products.filter(({ mediaBuys }) => mediaBuys.every(({ status }) => status !== "ACTIVE"));
        const sellers = Map.groupBy(due, ({ salesAgentName }) => salesAgentName);
        const sum = (of: typeof due) => of.reduce((total, { budget: share = 0 }) => total + share, 0);
        if (due.length === 0) return <p>{words.executeNone}</p>;
        return (
          <>
            <p>{words.executeText(sellers.size, moneyOf(sum(due), budget.currency))}</p>
            <ul className="divide-y divide-line">
              {[...sellers].map(([seller, theirs]) => (
                <li key={seller} className="flex items-start justify-between gap-4 py-2">
                  <span className="min-w-0">
                    <Name>{seller}</Name>
                    <span className="block text-sm text-muted">
                      {theirs.map(({ productName }) => productName).join(", ")}
                    </span>
                  </span>
                  <Money amount={sum(theirs)} currency={budget.currency} />
                </li>
              ))}
            </ul>
          </>
        );
      }}
    </Loaded>
  );
}

function Pause({ campaign: { campaignId } }: { readonly campaign: Shown }) {
  const [open, setOpen] = useState(false);
  const params = { path: { campaignId } };
  const pause = useWrite(
    (_: null, headers) => api.buyer.POST("/api/v2/buyer/campaigns/{campaignId}/pause", { headers, params }),
    () => setOpen(false),
  );
  return (
    <>
      <Button onClick={() => setOpen(true)}>{words.pause}</Button>
      <Confirm
        open={open}
        onClose={() => setOpen(false)}
        title={words.pauseTitle}
        action={words.pause}
        write={pause}
        onConfirm={() => pause.write(null)}
      >
        <p>{words.pauseText}</p>
      </Confirm>
    </>
  );
}

function Resume({ campaign: { campaignId } }: { readonly campaign: Shown }) {
  const params = { path: { campaignId } };
  const resume = useWrite((_: null, headers) =>
    api.buyer.POST("/api/v2/buyer/campaigns/{campaignId}/reactivate", { headers, params }),
  );
  return (
    <Button weight="primary" busy={resume.busy && shared.waiting.saving} onClick={() => resume.write(null)}>
      {words.resume}
    </Button>
  );
}
