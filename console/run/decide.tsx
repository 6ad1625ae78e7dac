import { api } from "../api/client.ts";
import { useWrite } from "../api/use-write.ts";
import { Confirm, Dialog } from "../components/dialog.tsx";
import { Form, TextArea, type Typed } from "../components/form.tsx";
import { run } from "../messages/run.ts";
import type { Review } from "./storefronts.tsx";

const words = run.storefronts;

interface DecideProps {
  readonly review: Review;
  readonly onClose: () => void;
}

export function Decide({ review, onClose }: DecideProps) {
  return review.marketplaceState === "LISTED" ? (
    <Hide review={review} onClose={onClose} />
  ) : (
    <ListIt review={review} onClose={onClose} />
  );
}

function ListIt({ review: { storefrontId, name }, onClose }: DecideProps) {
  const params = { path: { storefrontId } };
  const list = useWrite(
    (_: null, headers) => api.operator.POST("/api/v2/operator/storefronts/{storefrontId}/list", { headers, params }),
    onClose,
  );
  return (
    <Confirm
      open
      onClose={onClose}
      title={words.listTitle(name)}
      action={words.list}
      write={list}
      onConfirm={() => list.write(null)}
    >
      <p>{words.listText}</p>
    </Confirm>
  );
}

function Hide({ review: { storefrontId, name }, onClose }: DecideProps) {
  const params = { path: { storefrontId } };
  const hide = useWrite(
    ({ reason }: Typed, headers) =>
      api.operator.POST("/api/v2/operator/storefronts/{storefrontId}/hide", {
        headers,
        params,
        body: { ...(reason && { reason }) },
      }),
    onClose,
  );
  return (
    <Dialog open onClose={onClose} title={words.hideTitle(name)}>
      <Form onSubmit={hide.write} write={hide} action={words.hide} fields={["reason"]}>
        {(errorOf) => (
          <>
            <p>{words.hideText}</p>
            <TextArea name="reason" label={words.reason} error={errorOf("reason")} optional />
          </>
        )}
      </Form>
    </Dialog>
  );
}
