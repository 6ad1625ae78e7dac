import type { ReactNode } from "react";

interface FigureProps {
  readonly label: string;
  readonly value: ReactNode;
  readonly note?: ReactNode;
  /** Its previous values, oldest first. */
  readonly course?: readonly number[];
}

/** One number with its course. */
export function Figure({ label, value, note, course }: FigureProps) {
  return (
    <div className="min-w-0 rounded-md border border-line bg-surface px-3 py-3 sm:px-4">
      <p className="text-sm text-muted">{label}</p>
      <p className="mt-1 text-lg font-semibold tracking-tight sm:text-xl [&_a]:font-semibold">{value}</p>
      {course && course.length > 1 && <Course values={course} />}
      {note && <p className="mt-1 text-sm text-muted">{note}</p>}
    </div>
  );
}

/** Two beside each other, or all of them in a row: none is left alone in a row of its own. */
export function Figures({ children }: { readonly children: ReactNode }) {
  return (
    <div className="grid gap-3 min-[22rem]:grid-cols-2 sm:gap-4 xl:auto-cols-fr xl:grid-flow-col xl:grid-cols-none min-[22rem]:max-xl:[&>*:last-child:nth-child(odd)]:col-span-2">
      {children}
    </div>
  );
}

const WIDTH = 160;
const HEIGHT = 32;

/** The figure above it has the number; the line adds its shape, for those who can see it. */
function Course({ values }: { readonly values: readonly number[] }) {
  const most = Math.max(...values, 1e-9);
  const points = values.map((value, at) => {
    const x = (at / (values.length - 1)) * WIDTH;
    return `${x.toFixed(1)},${(HEIGHT - 2 - (value / most) * (HEIGHT - 4)).toFixed(1)}`;
  });
  return (
    <svg
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      preserveAspectRatio="none"
      className="mt-2 h-8 w-full text-accent"
      aria-hidden="true"
    >
      <polygon points={`0,${HEIGHT} ${points.join(" ")} ${WIDTH},${HEIGHT}`} className="fill-accent-wash" />
      <polyline
        points={points.join(" ")}
        fill="none"
        stroke="currentColor"
        strokeWidth="1.5"
        vectorEffect="non-scaling-stroke"
      />
    </svg>
  );
}

interface BarProps {
  readonly label: string;
  readonly parts: readonly { readonly name: string; readonly value: number; readonly look: string }[];
}

/** Shares of a whole: each is also listed below with its name and number. */
export function Bar({ label, parts }: BarProps) {
  const whole = parts.reduce((sum, { value }) => sum + value, 0) || 1;
  return (
    <div role="img" aria-label={label} className="flex h-2 w-full min-w-24 overflow-hidden rounded-full bg-sunken">
      {parts.map(({ name, value, look }) => (
        <span key={name} className={look} style={{ width: `${(value / whole) * 100}%` }} />
      ))}
    </div>
  );
}
