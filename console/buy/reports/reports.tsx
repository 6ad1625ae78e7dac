import { dataOf } from "#client";
import { api } from "../../api/client.ts";
import { useWrite } from "../../api/use-write.ts";
import { Button } from "../../components/button.tsx";
import { Chart } from "../../components/chart.tsx";
import { Failure, Loaded } from "../../components/failure.tsx";
import { Figure, Figures } from "../../components/figure.tsx";
import { dayOf, moneyOf, shortMoneyOf } from "../../components/format.ts";
import { ChoiceFilter, useAddress } from "../../components/list.tsx";
import { Empty, Page, Section } from "../../components/page.tsx";
import { Table } from "../../components/table.tsx";
import { Count, Money, Name, Share } from "../../components/values.tsx";
import { buy } from "../../messages/buy.ts";
import { shared } from "../../messages/shared.ts";
import { type Daily, useDaily } from "./daily.ts";
import { Freshness } from "./freshness.tsx";
import { DIMENSIONS, type Dimension, pivot } from "./pivot.ts";

const words = buy.reports;
const PERIODS = [7, 30, 90] as const;

/** Delivery, compared by any dimension. */
export function Reports() {
  const [address] = useAddress();
  const days = PERIODS.find((period) => String(period) === address.days) ?? 30;
  const by = DIMENSIONS.find((dimension) => dimension === address.by) ?? "campaign";
  const answer = useDaily(days, address.campaign);
  return (
    <Page title={words.title} lead={words.lead} actions={<Download days={days} campaignId={address.campaign} />}>
      <Section flush>
        <div className="flex flex-wrap gap-3 px-4 py-3">
          <ChoiceFilter name="by" label={words.by} options={DIMENSIONS.map((one) => [one, words[one]] as const)} />
          <ChoiceFilter
            name="days"
            label={words.days}
            options={[
              ["", words.lastDays(30)],
              ["7", words.lastDays(7)],
              ["90", words.lastDays(90)],
            ]}
          />
        </div>
      </Section>
      <Loaded of={answer} lines={6}>
        {(daily) =>
          daily.rows.length === 0 ? (
            <Section>
              <Empty title={words.emptyTitle} text={words.emptyText} />
            </Section>
          ) : (
            <Report daily={daily} by={by} />
          )
        }
      </Loaded>
    </Page>
  );
}

function Report({ daily, by }: { readonly daily: Daily; readonly by: Dimension }) {
  const { totals, currency, points, freshness, periodStart, periodEnd } = daily;
  return (
    <>
      <Figures>
        <Figure
          label={words.spend}
          value={currency ? <Money amount={totals.spend} currency={currency} /> : words.mixed}
        />
        <Figure label={words.impressions} value={<Count value={totals.impressions} />} />
        <Figure label={words.clicks} value={<Count value={totals.clicks} />} />
        <Figure label={words.ctr} value={<Share value={totals.ctr} />} />
      </Figures>
      {currency && points.length > 1 && (
        <Chart
          title={words.chart}
          note={<Freshness of={freshness} />}
          says={words.chartSays(moneyOf(totals.spend ?? 0, currency), dayOf(periodStart), dayOf(periodEnd))}
          points={points.map(({ day, spend }) => ({ day, value: spend }))}
          show={(value) => moneyOf(value, currency)}
          tick={(value) => shortMoneyOf(value, currency)}
        />
      )}
      <Pivot daily={daily} by={by} />
    </>
  );
}

function Pivot({ daily, by }: { readonly daily: Daily; readonly by: Dimension }) {
  return (
    <Section flush title={words[by]} note={<Freshness of={daily.freshness} />}>
      <Table
        label={words[by]}
        rows={pivot(daily.rows, by)}
        keyOf={({ key }) => key}
        columns={[
          { head: words[by], cell: ({ name }) => <Name>{by === "day" ? dayOf(name) : name}</Name> },
          { head: words.impressions, cell: ({ impressions }) => <Count value={impressions} />, figures: true },
          { head: words.clicks, cell: ({ clicks }) => <Count value={clicks} />, figures: true },
          { head: words.ctr, cell: ({ ctr }) => <Share value={ctr} />, figures: true, roomy: true },
          {
            head: words.ecpm,
            cell: ({ ecpm, currency }) => <Money amount={ecpm} currency={currency} />,
            figures: true,
            roomy: true,
          },
          {
            head: words.cpc,
            cell: ({ cpc, currency }) => <Money amount={cpc} currency={currency} />,
            figures: true,
            roomy: true,
          },
          {
            head: words.spend,
            cell: ({ spend, currency }) => <Money amount={spend} currency={currency} />,
            figures: true,
          },
        ]}
      />
    </Section>
  );
}

/** The server's own file, with all rows for all days. */
function Download({ days, campaignId }: { readonly days: number; readonly campaignId: string | undefined }) {
  const query = { days, download: true, ...(campaignId && { campaignId }) };
  const download = useWrite(
    () => dataOf(api.buyer.GET("/api/v2/buyer/reporting/metrics", { params: { query } })),
    (answer) => {
      if ("downloadUrl" in answer) location.assign(pathOf(answer.downloadUrl));
    },
  );
  return (
    <>
      <Button busy={download.busy && shared.waiting.preparing} onClick={() => download.write(null)}>
        {words.file}
      </Button>
      {download.error && <Failure error={download.error} />}
    </>
  );
}

/** On this server, by whatever name the browser knows it. */
function pathOf(url: string): string {
  const { pathname, search } = new URL(url, location.origin);
  return pathname + search;
}
