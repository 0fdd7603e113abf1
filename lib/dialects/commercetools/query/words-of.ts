/**
 * The stored values of each wire value, for filters: { fulfilled: "Confirmed" } becomes { Confirmed: ["fulfilled"] }.
 */
export function wordsOf(words: Record<string, string>): Record<string, string[]> {
  const stored: Record<string, string[]> = {};
  for (const [value, word] of Object.entries(words)) stored[word] = [...(stored[word] ?? []), value];
  return stored;
}
