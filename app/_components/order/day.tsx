import { useFormatter } from "next-intl";

/** A day in UTC, as people write it; with `time`, the minute too. */
export function Day({ at, time }: { at: string; time?: boolean }) {
  const format = useFormatter();
  const words = format.dateTime(new Date(at), {
    dateStyle: "long",
    timeZone: "UTC",
    ...(time && { timeStyle: "short" }),
  });
  return <time dateTime={at}>{time ? `${words} UTC` : words}</time>;
}
