import type { ReactNode } from "react";
import { countOf } from "./format.ts";

interface FunnelProps {
  readonly steps: readonly {
    readonly name: string;
    readonly value: number;
    /** The number with a link to what is behind it. */
    readonly shown?: ReactNode;
  }[];
}

/** How many came how far; each step is a number first, and a bar beside it. */
export function Funnel({ steps }: FunnelProps) {
  const most = Math.max(...steps.map(({ value }) => value), 1);
  return (
    <table className="w-full">
      <tbody>
        {steps.map(({ name, value, shown = countOf(value) }) => (
          <tr key={name}>
            <th scope="row" className="w-1/3 py-1 pe-4 text-start font-normal">
              {name}
            </th>
            <td className="w-16 py-1 pe-4 text-end font-medium">{shown}</td>
            <td className="py-1" aria-hidden="true">
              <span className="block h-4 rounded-sm bg-accent" style={{ width: `${(value / most) * 100}%` }} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
