import { useNavigate } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { Button } from "../components/button.tsx";
import { Dialog } from "../components/dialog.tsx";
import { shared } from "../messages/shared.ts";
import { type Found, useFound } from "./find.ts";

/** Finds by any name or id; opened by ⌘K or Ctrl K, and gone through with the arrow keys. */
export function Search() {
  const [open, setOpen] = useState(false);
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== "k" || !(event.metaKey || event.ctrlKey)) return;
      event.preventDefault();
      setOpen(true);
    };
    addEventListener("keydown", listen);
    return () => removeEventListener("keydown", listen);
  }, []);
  return (
    <>
      <span className="me-auto">
        <Button onClick={() => setOpen(true)} aria-keyshortcuts="Control+K Meta+K">
          {shared.frame.search}
          <kbd className="font-sans text-xs text-muted max-sm:hidden">{shared.frame.shortcut}</kbd>
        </Button>
      </span>
      <Dialog open={open} onClose={() => setOpen(false)} title={shared.frame.search}>
        <Finder onChosen={() => setOpen(false)} />
      </Dialog>
    </>
  );
}

function Finder({ onChosen }: { readonly onChosen: () => void }) {
  const [text, setText] = useState("");
  const [at, setAt] = useState(0);
  const { found, busy } = useFound(text);
  const navigate = useNavigate();
  const go = (one: Found | undefined) => {
    if (!one) return;
    onChosen();
    void navigate({ to: one.to, search: { ...one.search } });
  };
  const press = (key: string) => {
    if (key === "ArrowDown") setAt(Math.min(at + 1, found.length - 1));
    if (key === "ArrowUp") setAt(Math.max(at - 1, 0));
    if (key === "Enter") go(found[at]);
  };
  return (
    <>
      <input
        ref={beginHere}
        type="search"
        role="combobox"
        aria-expanded={found.length > 0}
        aria-controls="found"
        aria-activedescendant={found[at] && `found-${at}`}
        aria-label={shared.frame.searchHint}
        placeholder={shared.frame.searchHint}
        value={text}
        onChange={({ target }) => {
          setText(target.value);
          setAt(0);
        }}
        onKeyDown={({ key }) => press(key)}
        className="w-full rounded-md border border-strong-line bg-surface px-3 py-2"
      />
      <Options found={found} at={at} onChoose={go} />
      <p role="status" className="px-3 py-2 text-muted empty:hidden">
        {busy ? shared.frame.searching : text && found.length === 0 ? shared.frame.nothingFound(text) : ""}
      </p>
    </>
  );
}

interface OptionsProps {
  readonly found: readonly Found[];
  readonly at: number;
  readonly onChoose: (one: Found) => void;
}

function Options({ found, at, onChoose }: OptionsProps) {
  return (
    <ul id="found" role="listbox" aria-label={shared.frame.search} className="mt-2 max-h-80 overflow-y-auto">
      {found.map((one, index) => (
        <li
          key={`${one.kind} ${one.to} ${one.name}`}
          id={`found-${index}`}
          role="option"
          aria-selected={index === at}
          onClick={() => onChoose(one)}
          className="flex cursor-pointer justify-between gap-4 rounded-sm px-3 py-2 hover:bg-sunken aria-selected:bg-accent-wash"
        >
          <bdi className="line-clamp-1">{one.name}</bdi>
          <span className="shrink-0 text-sm text-muted">{one.kind}</span>
        </li>
      ))}
    </ul>
  );
}

/** A dialog focuses the element with this attribute, which React does not write; otherwise its first button. */
function beginHere(field: HTMLInputElement | null): void {
  field?.setAttribute("autofocus", "");
}
