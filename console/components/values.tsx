import { Fragment } from "react";
import { shared, stateWord } from "../messages/shared.ts";
import { countOf, dayOf, momentOf, moneyOf, shareOf } from "./format.ts";

/** An amount, never without its currency. */
export function Money({
  amount,
  currency,
}: {
  readonly amount: number | null | undefined;
  readonly currency: string | null | undefined;
}) {
  if (amount === null || amount === undefined || !currency) return <Nothing />;
  return <span className="whitespace-nowrap">{moneyOf(amount, currency)}</span>;
}

export function Count({ value }: { readonly value: number | null | undefined }) {
  return value === null || value === undefined ? <Nothing /> : <>{countOf(value)}</>;
}

export function Share({ value }: { readonly value: number | null | undefined }) {
  return value === null || value === undefined ? <Nothing /> : <>{shareOf(value)}</>;
}

export function Day({ at }: { readonly at: string | null | undefined }) {
  if (!at) return <Nothing />;
  return (
    <time dateTime={at} className="whitespace-nowrap">
      {dayOf(at)}
    </time>
  );
}

/** A moment, with its zone. */
export function Moment({ at }: { readonly at: string | null | undefined }) {
  if (!at) return <Nothing />;
  return (
    <time dateTime={at} className="whitespace-nowrap">
      {momentOf(at)}
    </time>
  );
}

export function Flight({
  from,
  to,
}: {
  readonly from: string | null | undefined;
  readonly to: string | null | undefined;
}) {
  return (
    <span className="whitespace-nowrap">
      <Day at={from} /> – <Day at={to} />
    </span>
  );
}

function Nothing() {
  return (
    <span className="text-muted">
      <span aria-hidden="true">–</span>
      <span className="sr-only">{shared.page.none}</span>
    </span>
  );
}

interface NameProps {
  readonly children: string | null | undefined;
  /** How much of it is shown; the whole of it stands in its title. */
  readonly lines?: 1 | 2 | 4;
}

const CLAMPS = { 1: "line-clamp-1", 2: "line-clamp-2", 4: "line-clamp-4" } as const;

/** A name given by somebody else: plain text, whatever its script, direction or length. */
export function Name({ children, lines = 2 }: NameProps) {
  if (!children) return <Nothing />;
  return (
    <bdi className={`${CLAMPS[lines]} wrap-anywhere`} title={children.slice(0, 300)}>
      {children}
    </bdi>
  );
}

/** An id: where it does not fit, it is broken at its own joints. */
export function Identifier({ children }: { readonly children: string }) {
  const parts = children.split(/(?<=[_:./-])/);
  return (
    <bdi className="wrap-anywhere">
      {parts.map((part, at) => (
        <Fragment key={`${at} ${part}`}>
          {part}
          <wbr />
        </Fragment>
      ))}
    </bdi>
  );
}

type Tone = "good" | "warn" | "bad" | "plain" | "accent";

const TONES: Readonly<Record<string, Tone>> = {
  ...tonesOf(
    "good",
    "ACTIVE COMPLETED LISTED approved active complete booked delivering completed connected healthy READY pass",
  ),
  ...tonesOf("warn", "PENDING_APPROVAL INPUT_REQUIRED PENDING PENDING_REVIEW BLOCKED pending partial pending_approval"),
  ...tonesOf(
    "warn",
    "awaiting_source needs_setup degraded HITL_PENDING MISSING_SETUP RUNTIME_INPUTS_REQUIRED warn suspended",
  ),
  ...tonesOf("bad", "FAILED REJECTED rejected missing forward_failed needs_attention unhealthy fail"),
  ...tonesOf("accent", "IN_PROGRESS forwarding"),
};

function tonesOf(tone: Tone, codes: string): Record<string, Tone> {
  return Object.fromEntries(codes.split(" ").map((code) => [code, tone]));
}

const LOOKS: Readonly<Record<Tone, string>> = {
  good: "bg-good-wash text-good",
  warn: "bg-warn-wash text-warn",
  bad: "bg-bad-wash text-bad",
  accent: "bg-accent-wash text-accent",
  plain: "bg-sunken text-muted",
};

/** A state in words. Its colour adds no information. */
export function State({
  code,
  label = stateWord(code),
}: {
  readonly code: string;
  readonly label?: string | undefined;
}) {
  const look = LOOKS[TONES[code] ?? "plain"];
  return (
    <span className={`inline-flex items-center rounded-full px-2 py-0.5 text-xs font-medium whitespace-nowrap ${look}`}>
      {label}
    </span>
  );
}
