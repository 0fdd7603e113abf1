const entities: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', "#x27": "'", nbsp: " " };

/** The names of all tags, in order. */
export function tagsOf(html: string): string[] {
  return [...html.matchAll(/<\/?([a-z][a-z0-9]*)/gi)].map((match) => match[1] ?? "");
}

export function linksOf(html: string): string[] {
  return [...html.matchAll(/\shref="([^"]*)"/g)].map((match) => decode(match[1] ?? ""));
}

/** The visible text: no tags, no style sheet, one space between words. */
export function wordsOf(html: string): string {
  return squeeze(decode(bodyOf(html).replace(/<[^>]*>/g, " ")));
}

/** The text that a reader copies from the mail. */
export function copiedFrom(html: string): string {
  return decode(bodyOf(html).replace(/<[^>]*>/g, ""));
}

function bodyOf(html: string): string {
  return html.replace(/<(style|title)>.*?<\/\1>/gs, "").replace(/<!--.*?-->/gs, "");
}

/** Collapses whitespace and removes zero-width characters. */
export function squeeze(text: string): string {
  return text
    .replace(/\u200B|\u200C|\u200D|\uFEFF/g, "")
    .replace(/\s+/g, " ")
    .trim();
}

function decode(text: string): string {
  return text.replace(/&(#x27|[a-z]+);/g, (entity, name: string) => entities[name] ?? entity);
}
