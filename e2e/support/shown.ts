/** An answer with a page, without what differs every time: nonces and the way of transport. */
export type Shown = { status: number; headers: Record<string, string>; body: string };

const transport = ["date", "connection", "keep-alive", "transfer-encoding", "content-length"];

/** What a browser without scripts gets: all headers, and the markup. */
export async function shownBy(response: Response): Promise<Shown> {
  const headers = [...response.headers].filter(([name]) => !transport.includes(name));
  return {
    status: response.status,
    headers: Object.fromEntries(
      headers.map(([name, value]) => [name, name === "vary" ? inOrder(value) : withoutNonce(value)]),
    ),
    body: withoutNonce((await response.text()).replace(/<script\b[^>]*>.*?<\/script>/gs, "")),
  };
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
