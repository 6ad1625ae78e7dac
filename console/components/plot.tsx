import { useEffect, useRef, useSyncExternalStore } from "react";
import UPlot from "uplot";
import "uplot/dist/uPlot.min.css";
import type { Point } from "./chart.tsx";
import { shortDayOf } from "./format.ts";

interface PlotProps {
  readonly title: string;
  readonly points: readonly Point[];
  readonly tick: (value: number) => string;
}

const HEIGHT = 240;

/** uPlot's canvas; people who cannot see it have the table. */
export function Plot({ title, points, tick }: PlotProps) {
  const place = useRef<HTMLDivElement>(null);
  const shownTick = useRef(tick);
  shownTick.current = tick;
  // The same figures fetched again are no reason to redraw.
  const figures = JSON.stringify(points);
  const theme = useSyncExternalStore(watchTheme, shownTheme);
  useEffect(() => {
    const at = place.current;
    if (!at) return undefined;
    const plot = new UPlot(
      optionsOf(title, at.clientWidth, (value) => shownTick.current(value)),
      dataOf(JSON.parse(figures)),
      at,
    );
    const watch = new ResizeObserver(() => plot.setSize({ width: at.clientWidth, height: HEIGHT }));
    watch.observe(at);
    return () => {
      watch.disconnect();
      plot.destroy();
    };
  }, [title, figures, theme]);
  return <div ref={place} aria-hidden="true" className="w-full overflow-hidden" />;
}

function dataOf(points: readonly Point[]): UPlot.AlignedData {
  return [points.map(({ day }) => Date.parse(day) / 1_000), points.map(({ value }) => value)];
}

function optionsOf(title: string, width: number, tick: (value: number) => string): UPlot.Options {
  // A canvas cannot use the page's tokens: they are read as the browser resolved them for this theme.
  const colour = (name: string) => resolved(`var(--color-${name})`);
  const axis = { stroke: colour("muted"), grid: { stroke: colour("line"), width: 1 }, ticks: { show: false } };
  return {
    width,
    height: HEIGHT,
    tzDate: (seconds) => UPlot.tzDate(new Date(seconds * 1_000), "UTC"),
    cursor: { y: false },
    legend: { show: false },
    scales: { y: { range: (_, __, most) => [0, most > 0 ? most * 1.1 : 1] } },
    axes: [
      { ...axis, space: 64, size: 32, values: (_, days) => days.map((day) => shortDayOf(new Date(day * 1_000))) },
      { ...axis, size: 76, values: (_, values) => values.map(tick) },
    ],
    series: [
      {},
      { label: title, stroke: colour("accent"), fill: colour("accent-wash"), width: 2, points: { show: false } },
    ],
  };
}

function resolved(colour: string): string {
  const probe = document.createElement("span");
  probe.style.color = colour;
  document.body.append(probe);
  const { color } = getComputedStyle(probe);
  probe.remove();
  return color;
}

const DARK = matchMedia("(prefers-color-scheme: dark)");

/** A canvas is redrawn when the colours change: by the menu, or by the system. */
function watchTheme(changed: () => void): () => void {
  const watch = new MutationObserver(changed);
  watch.observe(document.documentElement, { attributeFilter: ["data-theme"] });
  DARK.addEventListener("change", changed);
  return () => {
    watch.disconnect();
    DARK.removeEventListener("change", changed);
  };
}

function shownTheme(): string {
  return `${document.documentElement.dataset.theme} ${DARK.matches}`;
}
