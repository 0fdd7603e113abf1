/** A page as it was rendered: its own headers, and its text in pieces, between which its nonce stood. */
export type KeptPage = {
  nonce: string;
  headers: readonly (readonly [name: string, value: string])[];
  pieces: readonly Buffer[];
};

type KeptPages = {
  find(key: string): KeptPage | undefined;
  keep(key: string, page: KeptPage): void;
};

/** Keeps pages in memory, up to `mostBytes` of text. The least recently shown is dropped first. */
export function keepPages(mostBytes: number): KeptPages {
  // In the order in which they were last shown.
  const pages = new Map<string, KeptPage>();
  let bytes = 0;

  function drop(key: string): KeptPage | undefined {
    const page = pages.get(key);
    if (page && pages.delete(key)) bytes -= sizeOf(page);
    return page;
  }

  function put(key: string, page: KeptPage): void {
    pages.set(key, page);
    bytes += sizeOf(page);
  }

  return {
    find(key) {
      const page = drop(key);
      if (page) put(key, page);
      return page;
    },
    keep(key, page) {
      drop(key);
      put(key, page);
      for (const oldest of pages.keys()) {
        if (bytes <= mostBytes) break;
        drop(oldest);
      }
    },
  };
}

function sizeOf({ pieces }: KeptPage): number {
  return pieces.reduce((sum, { length }) => sum + length, 0);
}

/** Takes a page apart. */
export function takeApart(nonce: string, headers: KeptPage["headers"], text: Buffer): KeptPage {
  const pieces: Buffer[] = [];
  let from = 0;
  for (let at = text.indexOf(nonce); at >= 0; at = text.indexOf(nonce, from)) {
    pieces.push(text.subarray(from, at));
    from = at + nonce.length;
  }
  return { nonce, headers, pieces: [...pieces, text.subarray(from)] };
}

/** The same page with another nonce. */
export function putTogether(page: KeptPage, nonce: string): { headers: KeptPage["headers"]; text: Buffer } {
  const between = Buffer.from(nonce);
  return {
    headers: page.headers.map(([name, value]) => [name, value.replaceAll(page.nonce, nonce)]),
    text: Buffer.concat(page.pieces.flatMap((piece, index) => (index === 0 ? [piece] : [between, piece]))),
  };
}
