import { useState } from "react";
import { api } from "../../api/client.ts";
import { useWrite } from "../../api/use-write.ts";
import { Button } from "../../components/button.tsx";
import { Dialog } from "../../components/dialog.tsx";
import { Field, Form, Select, type Typed } from "../../components/form.tsx";
import { sell } from "../../messages/sell.ts";

const words = sell.mediaBuy;

interface SettleProps {
  readonly mediaBuyId: string;
  readonly sourceId: string;
  readonly source: string;
}

/** If a source never answered, a person who has checked records the result. */
export function Settle({ mediaBuyId, sourceId, source }: SettleProps) {
  const [open, setOpen] = useState(false);
  const params = { path: { mediaBuyId, sourceId } };
  const settle = useWrite(
    ({ outcome, upstreamMediaBuyId = "" }: Typed, headers) =>
      api.storefront.POST("/api/v2/storefront/media-buys/{mediaBuyId}/sources/{sourceId}/settle", {
        headers,
        params,
        body: outcome === "booked" ? { outcome, upstreamMediaBuyId } : { outcome: "not_booked" },
      }),
    () => setOpen(false),
  );
  return (
    <>
      <Button onClick={() => setOpen(true)} aria-label={`${words.settle}: ${source}`}>
        {words.settle}
      </Button>
      <Dialog open={open} onClose={() => setOpen(false)} title={words.settleTitle(source)}>
        <Form onSubmit={settle.write} write={settle} action={words.settle} fields={["outcome", "upstreamMediaBuyId"]}>
          {(errorOf) => (
            <>
              <p>{words.settleText}</p>
              <Select
                name="outcome"
                label={words.settle}
                options={[
                  ["not_booked", words.notBooked],
                  ["booked", words.booked],
                ]}
                error={errorOf("outcome")}
              />
              <Field name="upstreamMediaBuyId" label={words.upstream} error={errorOf("upstreamMediaBuyId")} optional />
            </>
          )}
        </Form>
      </Dialog>
    </>
  );
}
