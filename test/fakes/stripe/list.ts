type Page = { limit: number; starting_after?: string | undefined };

/** A page of `items` in Stripe's list format, newest first. */
export function listOf<T extends { id: string }>(url: string, items: Iterable<T>, page: Page) {
  const all = [...items].reverse();
  const from = page.starting_after ? all.findIndex(({ id }) => id === page.starting_after) + 1 : 0;
  const data = all.slice(from, from + page.limit);
  return { object: "list", url, has_more: from + data.length < all.length, data };
}

/** The items of an intent, or all if none is given. */
export function ofIntent<T extends { payment_intent: string | null }>(
  items: Iterable<T>,
  intent: string | undefined,
): T[] {
  return [...items].filter(({ payment_intent: own }) => intent === undefined || own === intent);
}
