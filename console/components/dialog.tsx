import { type ReactNode, useEffect, useId, useRef } from "react";
import { shared } from "../messages/shared.ts";
import { Button, type Weight } from "./button.tsx";
import { Failure } from "./failure.tsx";

interface DialogProps {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly title: string;
  readonly children: ReactNode;
  readonly wide?: boolean;
}

/**
 * The browser's own dialog: it traps the focus, restores it, and closes with Escape, without styles that the policy
 * forbids.
 */
export function Dialog({ open, onClose, title, children, wide = false }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useId();
  useEffect(() => {
    if (open && !dialog.current?.open) dialog.current?.showModal();
    if (!open) dialog.current?.close();
  }, [open]);
  return (
    <dialog
      ref={dialog}
      aria-labelledby={heading}
      onClose={onClose}
      className={`m-auto max-h-[90dvh] w-[calc(100vw-2rem)] overflow-y-auto rounded-md border border-line bg-surface text-ink shadow-raised ${wide ? "max-w-3xl" : "max-w-lg"}`}
    >
      {open && (
        <>
          <header className="flex items-center justify-between gap-4 border-b border-line px-4 py-3">
            <h2 id={heading} className="text-lg font-semibold">
              {title}
            </h2>
            <Button weight="quiet" onClick={onClose}>
              {shared.actions.close}
            </Button>
          </header>
          <div className="px-4 py-4">{children}</div>
        </>
      )}
    </dialog>
  );
}

interface ConfirmProps extends Omit<DialogProps, "wide"> {
  readonly action: string;
  readonly weight?: Weight;
  readonly write: { readonly busy: boolean; readonly error: Error | null };
  readonly onConfirm: () => void;
}

/** Says what will happen to whom before it happens. */
export function Confirm({ action, weight = "primary", write, onConfirm, children, ...dialog }: ConfirmProps) {
  return (
    <Dialog {...dialog}>
      <div className="space-y-4">
        {children}
        {write.error && <Failure error={write.error} />}
        <div className="flex flex-wrap justify-end gap-2">
          <Button onClick={dialog.onClose}>{shared.actions.cancel}</Button>
          <Button weight={weight} busy={write.busy && shared.waiting.saving} onClick={onConfirm}>
            {action}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
