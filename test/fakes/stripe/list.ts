type Page = { limit: number; starting_after?: string | undefined };

/** One page of `items`, the newest first, as Stripe lists. */
export function listOf<T extends { id: string }>(url: string, items: Iterable<T>, page: Page) {
  const all = [...items].reverse();
  const from = page.starting_after ? all.findIndex(({ id }) => id === page.starting_after) + 1 : 0;
  const data = all.slice(from, from + page.limit);
  return { object: "list", url, has_more: from + data.length < all.length, data };
}

/** What belongs to an intent; all, where none is named. */
export function ofIntent<T extends { payment_intent: string | null }>(
  items: Iterable<T>,
  intent: string | undefined,
): T[] {
  return [...items].filter(({ payment_intent: own }) => intent === undefined || own === intent);
}
