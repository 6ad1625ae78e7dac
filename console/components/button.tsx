import { Link, type LinkProps } from "@tanstack/react-router";
import type { ButtonHTMLAttributes, ReactNode } from "react";

export type Weight = "primary" | "secondary" | "quiet" | "danger";

const LOOKS: Readonly<Record<Weight, string>> = {
  primary: "bg-accent text-on-accent hover:opacity-90",
  secondary: "border border-strong-line bg-surface text-ink hover:bg-sunken",
  quiet: "text-accent hover:bg-accent-wash",
  danger: "border border-bad bg-surface text-bad hover:bg-bad-wash",
};

const SHAPE =
  "inline-flex min-h-8 items-center justify-center gap-2 rounded-md px-3 py-1 text-sm font-medium disabled:opacity-60 disabled:cursor-default";

export function looksOf(weight: Weight): string {
  return `${SHAPE} ${LOOKS[weight]}`;
}

interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  readonly weight?: Weight;
  /** What it is currently doing; it cannot be pressed in the meantime. */
  readonly busy?: string | false;
}

export function Button({
  weight = "secondary",
  busy = false,
  children,
  type = "button",
  disabled,
  ...rest
}: ButtonProps) {
  const isBusy = busy !== false;
  return (
    <button type={type} className={looksOf(weight)} disabled={disabled || isBusy} aria-busy={isBusy} {...rest}>
      {isBusy ? busy : children}
    </button>
  );
}

type GoProps = LinkProps & { readonly weight?: Weight; readonly children: ReactNode };

/** A way to another page that looks like a button. */
export function Go({ weight = "primary", children, ...link }: GoProps) {
  return (
    <Link {...link} className={looksOf(weight)}>
      {children}
    </Link>
  );
}

type TextLinkProps = LinkProps & { readonly children: ReactNode };

export function TextLink({ children, ...link }: TextLinkProps) {
  return (
    <Link {...link} className="font-medium text-accent underline-offset-2 hover:underline">
      {children}
    </Link>
  );
}
