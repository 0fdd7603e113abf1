import { Prisma } from "#lib/platform/db.ts";
import type { Condition, Scalar } from "#lib/platform/filter/index.ts";

const maxWords = 10;

/**
 * Matches products that contain every word of `text`, and scores them: a hit in the name counts most. `fuzzy` also
 * matches words that are similar.
 */
export function textSearch(
  text: string,
  { fuzzy = false }: { fuzzy?: boolean } = {},
): { where: Condition; score: Scalar | null } {
  const typed = text.normalize("NFC").replaceAll("\u0000", " ").toWellFormed();
  const words = typed.split(/\s+/).filter((word) => patternFor(word).length > 0);
  const patterns = words.flatMap(patternFor).slice(0, maxWords);
  if (patterns.length === 0) {
    // A search of punctuation only matches nothing.
    return { where: typed.trim() === "" ? Prisma.sql`true` : Prisma.sql`false`, score: null };
  }
  const found = patterns.map((pattern, index) => {
    const contains = Prisma.sql`p.search_text like lower(${pattern}::text)`;
    return fuzzy ? Prisma.sql`(${contains} or lower(${words[index]}::text) <% p.search_text)` : contains;
  });
  return {
    where: Prisma.join(found, " and ", "(", ")"),
    score: { type: "number", required: true, sql: Prisma.join(patterns.map(scoreOf), " + ", "(", ")") },
  };
}

/**
 * A word as a pattern for the trigram index: three or more letters match anywhere, fewer only at the start of a word,
 * because the index cannot find them elsewhere. Empty for a word without letters.
 */
function patternFor(word: string): string[] {
  const start = word.search(/[\p{L}\p{N}]/u);
  if (start < 0) return [];
  const literal = (text: string) => text.replace(/[\\%_]/g, "\\$&");
  return [/[\p{L}\p{N}]{3}/u.test(word) ? `%${literal(word)}%` : `% ${literal(word.slice(start))}%`];
}

function scoreOf(pattern: string): Prisma.Sql {
  const hitIn = (line: number) =>
    Prisma.sql`split_part(p.search_text, chr(10), ${Prisma.raw(String(line))}) like lower(${pattern}::text)`;
  const [name, category, description] = [hitIn(1), hitIn(2), hitIn(3)];
  return Prisma.sql`case when ${name} then 4 else 0 end + case when ${category} then 2 else 0 end
    + case when ${description} then 1 else 0 end`;
}
