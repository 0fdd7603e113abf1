"use client";

import { DeadEnd } from "./_components/dead-end.tsx";
import { Icon } from "./_components/icon.tsx";
import { useWords } from "./_components/words.tsx";

/**
 * Shown if a page calls notFound() during client-side navigation. Next sends it along with every page, so it is
 * rendered in the browser and has no frame: on the server, each page would render header and footer three times.
 */
export default function NotFound() {
  const words = useWords("notFound");
  return (
    <main className="page-width">
      <DeadEnd mark={<Icon name="search" className="size-9" />} title={words.title} lead={words.lead}>
        <a href="/" className="button">
          {words.home}
        </a>
      </DeadEnd>
    </main>
  );
}
