import { Prisma } from "#lib/platform/database/db.ts";
import { allOf, anyOf, type Condition, type Scalar } from "#lib/platform/filter/index.ts";

/** The words of a text that count; later ones are ignored. */
export const mostWords = 10;
const longest = 1_000;

type TextOptions = {
  /** Whether similar words match, too. */
  fuzzy?: boolean;
  /** Where the words have to be; anywhere by default. */
  inField?: "name" | "description" | undefined;
  matches?: "all" | "any";
};

/**
 * Matches products that contain every one of the first ten words of `text`, and scores them: a hit in the name counts
 * most. Options may widen or narrow that.
 */
export function textSearch(
  text: string,
  { fuzzy = false, inField, matches = "all" }: TextOptions = {},
): { where: Condition; score: Scalar | null } {
  // search_text is in lower case.
  const typed = text
    .slice(0, longest)
    .normalize("NFC")
    .replaceAll("\u0000", " ")
    .toWellFormed()
    .toLowerCase();
  const words = typed.split(/\s+/).filter((word) => patternFor(word).length > 0);
  const patterns = words.flatMap(patternFor).slice(0, mostWords);
  if (patterns.length === 0) {
    // A search of punctuation only matches nothing.
    return { where: typed.trim() === "" ? Prisma.sql`true` : Prisma.sql`false`, score: null };
  }
  const found = patterns.map((pattern, index) => {
    const contains = Prisma.sql`p.search_text like ${pattern}::text`;
    const word = Prisma.sql`${words[index]}::text`;
    const here = fuzzy ? Prisma.sql`(${contains} or ${word} <% p.search_text)` : contains;
    if (!inField) return here;
    // The index finds the text, which then has to be on the field's line.
    const line = lineOf(lines[inField]);
    const there = Prisma.sql`${line} like ${pattern}::text`;
    return Prisma.sql`(${here} and ${fuzzy ? Prisma.sql`(${there} or ${word} <% ${line})` : there})`;
  });
  return {
    where: matches === "any" ? anyOf(found) : allOf(found),
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

const lines = { name: 1, category: 2, description: 3 };

function lineOf(line: number): Prisma.Sql {
  return Prisma.sql`split_part(p.search_text, chr(10), ${Prisma.raw(String(line))})`;
}

function scoreOf(pattern: string): Prisma.Sql {
  const hitIn = (line: number) => Prisma.sql`${lineOf(line)} like ${pattern}::text`;
  const [name, category, description] = [hitIn(lines.name), hitIn(lines.category), hitIn(lines.description)];
  return Prisma.sql`case when ${name} then 4 else 0 end + case when ${category} then 2 else 0 end
    + case when ${description} then 1 else 0 end`;
}
