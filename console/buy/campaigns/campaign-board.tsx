import { useState } from "react";
import type { Buyer } from "#client";
import { api } from "../../api/client.ts";
import { useWrite } from "../../api/use-write.ts";
import { Button } from "../../components/button.tsx";
import { Confirm } from "../../components/dialog.tsx";
import { moneyOf, readable } from "../../components/format.ts";
import { Section } from "../../components/page.tsx";
import { Table } from "../../components/table.tsx";
import { Count, Money, Name, State } from "../../components/values.tsx";
import { buy } from "../../messages/buy.ts";
import type { Shown } from "./campaign.tsx";

type MediaBuy = Buyer["schemas"]["MediaBuy"];

const words = buy.campaign;

/** Every media buy with its seller's word. */
export function CampaignBoard({ campaign: { mediaBuys } }: { readonly campaign: Shown }) {
  const [chosen, setChosen] = useState<MediaBuy | null>(null);
  if (mediaBuys.length === 0)
    return (
      <Section title={words.board}>
        <p className="text-muted">{words.boardEmpty}</p>
      </Section>
    );
  return (
    <Section title={words.board} note={words.boardNote} flush>
      <Table
        label={words.board}
        rows={mediaBuys}
        keyOf={({ mediaBuyId }) => mediaBuyId}
        columns={[
          { head: words.seller, cell: ({ salesAgentName }) => <Name>{salesAgentName}</Name> },
          { head: buy.campaigns.status, cell: ({ status }) => <State code={status} /> },
          ...(mediaBuys.some(({ why }) => why) ? [WHY] : []),
          { head: words.budget, cell: (mediaBuy) => <Money {...plannedOf(mediaBuy)} />, figures: true },
          {
            head: buy.reports.impressions,
            cell: ({ packages }) => <Count value={packages.reduce((sum, one) => sum + one.delivery.impressions, 0)} />,
            figures: true,
            roomy: true,
          },
          {
            head: words.cancel,
            action: true,
            cell: (mediaBuy) =>
              MAY_CANCEL.has(mediaBuy.status) && (
                <Button aria-label={`${words.cancel}: ${mediaBuy.salesAgentName}`} onClick={() => setChosen(mediaBuy)}>
                  {words.cancel}
                </Button>
              ),
          },
        ]}
      />
      {chosen && <Cancel mediaBuy={chosen} onClose={() => setChosen(null)} />}
    </Section>
  );
}

const WHY = { head: buy.campaigns.why, cell: (mediaBuy: MediaBuy) => <Why mediaBuy={mediaBuy} /> };
const MAY_CANCEL = new Set(["ACTIVE", "PAUSED", "PENDING_APPROVAL", "INPUT_REQUIRED"]);

function plannedOf({ packages }: MediaBuy): { amount: number; currency: string | undefined } {
  return { amount: packages.reduce((sum, { budget }) => sum + budget, 0), currency: packages[0]?.budgetCurrency };
}

function Why({ mediaBuy: { why, sourceMessage } }: { readonly mediaBuy: MediaBuy }) {
  if (!why) return null;
  return (
    <div className="max-w-md min-w-48 text-sm">
      {why.waitingOn && <p className="font-medium">{words.waitsFor[why.waitingOn]}</p>}
      <p className="first-letter:uppercase">{readable(why.reason)}</p>
      {sourceMessage && <p className="text-muted">{sourceMessage}</p>}
      <p className="text-muted">{why.nextStep}</p>
    </div>
  );
}

function Cancel({ mediaBuy, onClose }: { readonly mediaBuy: MediaBuy; readonly onClose: () => void }) {
  const { amount, currency } = plannedOf(mediaBuy);
  const params = { path: { mediaBuyId: mediaBuy.mediaBuyId } };
  const cancel = useWrite(
    (_: null, headers) => api.buyer.POST("/api/v2/buyer/media-buys/{mediaBuyId}/cancel", { headers, params, body: {} }),
    onClose,
  );
  return (
    <Confirm
      open
      onClose={onClose}
      title={words.cancelTitle}
      action={words.cancel}
      weight="danger"
      write={cancel}
      onConfirm={() => cancel.write(null)}
    >
      <p>{words.cancelText(mediaBuy.salesAgentName, currency ? moneyOf(amount, currency) : "")}</p>
    </Confirm>
  );
}
