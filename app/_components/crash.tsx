"use client";

import { DeadEnd } from "./dead-end.tsx";
import { Logo } from "./frame/logo.tsx";
import { useWords } from "./words.tsx";

/** What an error page says. The cause is in our log; the shopper is told that nothing is lost. */
export function Crash({ retry }: { retry: () => void }) {
  const words = useWords("crash");
  return (
    <DeadEnd mark={<Logo className="size-12" />} title={words.title} lead={words.lead}>
      <button type="button" onClick={retry} className="button">
        {words.retry}
      </button>
      {/* A full page load: the error may be in this page's state. */}
      <a href="/" className="button button-quiet">
        {words.home}
      </a>
    </DeadEnd>
  );
}
