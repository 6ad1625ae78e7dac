import { Dialog } from "../../components/dialog.tsx";
import { Form, TextArea } from "../../components/form.tsx";
import { sell } from "../../messages/sell.ts";
import type { Decision } from "./approvals.tsx";

const words = sell.approvals;

interface RejectProps {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly buyer: string;
  readonly decide: {
    readonly write: (decision: Decision) => void;
    readonly busy: boolean;
    readonly error: Error | null;
  };
}

/** A rejection states its reason, and who will read it. */
export function Reject({ open, onClose, buyer, decide }: RejectProps) {
  return (
    <Dialog open={open} onClose={onClose} title={words.rejectTitle}>
      <Form
        onSubmit={({ notes = "" }) => decide.write({ status: "rejected", notes })}
        write={decide}
        action={words.reject}
        fields={["reviewerNotes", "reviewer_notes"]}
      >
        {(errorOf) => (
          <>
            <p>{words.rejectText(buyer)}</p>
            <TextArea name="notes" label={words.reason} error={errorOf("reviewerNotes") ?? errorOf("reviewer_notes")} />
          </>
        )}
      </Form>
    </Dialog>
  );
}
