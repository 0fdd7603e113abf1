/** What shop.delivery.days is told with: "3–5 days", "2 days", "1 day". */
export function daysIn({ minDays, maxDays }: { minDays: number; maxDays: number }) {
  return { min: minDays, max: maxDays, span: minDays === maxDays ? "one" : "range" } as const;
}
