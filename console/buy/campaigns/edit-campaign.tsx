import { useRef, useState } from "react";
import { dataOf } from "#client";
import { api } from "../../api/client.ts";
import { useWrite } from "../../api/use-write.ts";
import { Button } from "../../components/button.tsx";
import { Dialog } from "../../components/dialog.tsx";
import { Field, Form, type Typed } from "../../components/form.tsx";
import { buy } from "../../messages/buy.ts";
import { shared } from "../../messages/shared.ts";
import type { Shown } from "./campaign.tsx";

const words = buy.campaign;

export function EditCampaign({ campaign }: { readonly campaign: Shown }) {
  const [opened, setOpened] = useState<Shown | null>(null);
  return (
    <>
      <Button onClick={() => setOpened(campaign)}>{words.edit}</Button>
      <Dialog open={opened !== null} onClose={() => setOpened(null)} title={words.edit}>
        {opened && <Edit opened={opened} onDone={() => setOpened(null)} />}
      </Dialog>
    </>
  );
}

interface EditProps {
  /** As it was when the form was opened: two people may be editing it, or one in two tabs. */
  readonly opened: Shown;
  readonly onDone: () => void;
}

class ChangedMeanwhile extends Error {
  readonly now: Shown;
  readonly typed: Typed;

  constructor(now: Shown, typed: Typed) {
    super(words.conflictTitle);
    this.now = now;
    this.typed = typed;
  }
}

const PATH = "/api/v2/buyer/campaigns/{campaignId}";

function Edit({ opened, onDone }: EditProps) {
  const agreedTo = useRef(opened.revision);
  const params = { path: { campaignId: opened.campaignId } };
  const save = useWrite(async (typed: Typed, headers) => {
    const { campaign: now } = await dataOf(api.buyer.GET(PATH, { params }));
    if (now.revision !== agreedTo.current) throw new ChangedMeanwhile(now, typed);
    const { name = "", total = "", endDate = "" } = typed;
    return api.buyer.PUT(PATH, {
      headers,
      params,
      body: changeOf(opened, { name, total: Number(total), endDate }),
    });
  }, onDone);
  const conflict = save.error instanceof ChangedMeanwhile ? save.error : null;
  const submit = (typed: Typed) => {
    // Both are shown by then, and submitting again means keeping one's own.
    if (conflict) agreedTo.current = conflict.now.revision;
    save.write(typed);
  };
  return (
    <Form
      onSubmit={submit}
      write={{ ...save, error: conflict ? null : save.error }}
      action={shared.actions.save}
      fields={["name", "budget.total", "flightDates.endDate"]}
    >
      {(errorOf) => (
        <>
          {conflict && <Conflict theirs={conflict.now.name} yours={conflict.typed.name ?? ""} />}
          <Field name="name" label={words.name} initial={opened.name} error={errorOf("name")} />
          <Field
            name="total"
            type="number"
            label={`${words.budget} (${opened.budget.currency})`}
            initial={String(opened.budget.total)}
            error={errorOf("budget.total")}
          />
          <Field
            name="endDate"
            type="date"
            label={buy.discovery.to}
            initial={opened.flightDates.endDate.slice(0, 10)}
            error={errorOf("flightDates.endDate")}
          />
        </>
      )}
    </Form>
  );
}

/** Only what was changed: a past date may stay, but may not be set. */
function changeOf(
  { name, budget, flightDates }: Shown,
  typed: { readonly name: string; readonly total: number; readonly endDate: string },
) {
  const isLater = typed.endDate !== flightDates.endDate.slice(0, 10);
  return {
    ...(typed.name !== name && { name: typed.name }),
    ...(typed.total !== budget.total && { budget: { total: typed.total } }),
    ...(isLater && { flightDates: { startDate: flightDates.startDate, endDate: `${typed.endDate}T00:00:00Z` } }),
  };
}

function Conflict({ theirs, yours }: { readonly theirs: string; readonly yours: string }) {
  return (
    <div role="alert" className="rounded-md bg-warn-wash px-4 py-3 text-warn">
      <p className="font-semibold">{words.conflictTitle}</p>
      <p>{words.conflictText(theirs, yours)}</p>
    </div>
  );
}
