/** The shop's icons, each drawn on a square of 24 with a line of 1.75. */
const paths = {
  bag: "M5.5 8h13l1 12h-15zM8.5 10.5V7a3.5 3.5 0 0 1 7 0v3.5",
  box: "M3.5 7.5 12 3l8.5 4.5v9L12 21l-8.5-4.5zM3.5 7.5 12 12l8.5-4.5M12 12v9M7.75 5.25l8.5 4.5",
  card: "M3 6.5A1.5 1.5 0 0 1 4.5 5h15A1.5 1.5 0 0 1 21 6.5v11a1.5 1.5 0 0 1-1.5 1.5h-15A1.5 1.5 0 0 1 3 17.5zM3 9.5h18M6.5 15h4",
  check: "m5 12.5 4.5 4.5L19.5 7",
  chevron: "m9 5 7 7-7 7",
  help: "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18M9.5 9.5a2.5 2.5 0 1 1 3.7 2.2c-.8.45-1.2.95-1.2 1.8v.25M12 16.75h.01",
  lock: "M6 10.5h12v9.5H6zM8.5 10.5V7.25a3.5 3.5 0 0 1 7 0v3.25M12 14.25v2",
  mail: "M3.5 6h17v12.5h-17zM4 6.5l8 6.5 8-6.5",
  pin: "M12 21c4.5-4.4 6.75-8 6.75-11a6.75 6.75 0 1 0-13.5 0c0 3 2.25 6.6 6.75 11M12 12.25a2.25 2.25 0 1 0 0-4.5 2.25 2.25 0 0 0 0 4.5",
  receipt: "M6 3.5h12v17l-3-2-3 2-3-2-3 2zM9.5 8.5h5M9.5 12.5h5",
  search: "M10.5 17.5a7 7 0 1 0 0-14 7 7 0 0 0 0 14M15.6 15.6l5 5",
  truck:
    "M2.5 6h11.5v10.5H2.5zM14 9.5h4l3.5 3.5v3.5H14M6.5 19a2 2 0 1 0 0-4 2 2 0 0 0 0 4M17.5 19a2 2 0 1 0 0-4 2 2 0 0 0 0 4",
  undo: "M8.5 5 4 9.5 8.5 14M4.5 9.5h9.75a5 5 0 0 1 0 10H11",
  user: "M12 11.5a4 4 0 1 0 0-8 4 4 0 0 0 0 8M4.5 20.5a7.5 7.5 0 0 1 15 0",
  warning: "M12 4 2.75 20h18.5zM12 10v4.5M12 17.25h.01",
} as const;

/** Icons that point along the text, so they are mirrored in right-to-left languages. */
const alongText: readonly string[] = ["chevron", "truck", "undo"];

export type IconName = keyof typeof paths;

type Props = {
  name: IconName;
  /** Its size and colour; by default the colour of the text. */
  className?: string;
};

/** An icon that accompanies words: screen readers skip it. */
export function Icon({ name, className = "size-5" }: Props) {
  return (
    <svg
      viewBox="0 0 24 24"
      aria-hidden="true"
      className={`icon shrink-0 ${alongText.includes(name) ? "rtl:-scale-x-100" : ""} ${className}`}
    >
      <path d={paths[name]} />
    </svg>
  );
}
