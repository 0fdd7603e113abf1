"use client";

import { Logo } from "./_components/logo.tsx";
import { useWords } from "./_components/words.tsx";

/** The error page. The cause is in our log; the shopper is told that nothing is lost. */
export default function ErrorPage({ retry }: { error: Error; retry: () => void }) {
  const words = useWords("crash");
  return (
    <main className="mx-auto max-w-md px-5 py-20 text-center">
      <Logo className="mx-auto mb-6 size-16" />
      <h1>{words.title}</h1>
      <p className="mt-4 text-lg text-ink-soft">{words.lead}</p>
      <p className="mt-8 flex flex-wrap justify-center gap-4">
        <button type="button" onClick={retry} className="button">
          {words.retry}
        </button>
        {/* A full page load: the error may be in this page's state. */}
        <a href="/" className="button button-quiet">
          {words.home}
        </a>
      </p>
    </main>
  );
}
