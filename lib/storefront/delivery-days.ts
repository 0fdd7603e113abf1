/** The values for the message shop.delivery.days: "3–5 days", "2 days", "1 day". */
export function daysIn({ minDays, maxDays }: { minDays: number; maxDays: number }) {
  return { min: minDays, max: maxDays, span: minDays === maxDays ? "one" : "range" } as const;
}
