/** An answer with a page, without what differs every time: nonces and the way of transport. */
export type Shown = { status: number; headers: Record<string, string>; body: string };

const transport = ["date", "connection", "keep-alive", "transfer-encoding", "content-length"];
// React hints at what it has learned of by the time at which it sends the headers.
const hints = "link";

/** What a browser without scripts gets: all headers, and the markup. */
export async function shownBy(response: Response): Promise<Shown> {
  const headers = [...response.headers].filter(([name]) => name !== hints && !transport.includes(name));
  return {
    status: response.status,
    headers: Object.fromEntries(
      headers.map(([name, value]) => [name, name === "vary" ? inOrder(value) : withoutNonce(value)]),
    ),
    body: withoutNonce(markupIn(await response.text())),
  };
}

/**
 * Without scripts, and without what depends on when React learned of a thing: hints, its marks, the order in the head.
 */
function markupIn(text: string): string {
  const markup = text.replace(/<script\b[^>]*>.*?<\/script>|<!--.*?-->|<link rel="preload"[^>]*>/gs, "");
  const [head = "", ...rest] = markup.split("</head>");
  const elements = head.match(/<title>.*?<\/title>|<[^>]+>/g) ?? [];
  return [...elements.sort(), ...rest].join("\n");
}

function inOrder(list: string): string {
  return list
    .toLowerCase()
    .split(/\s*,\s*/)
    .sort()
    .join(", ");
}

function withoutNonce(text: string): string {
  return text.replace(/nonce([-=]"?)[\w+/]{22}==/g, "nonce$1…");
}
