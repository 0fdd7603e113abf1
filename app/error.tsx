"use client";

import { Crash } from "./_components/crash.tsx";

/** The error page where the frame itself could not be rendered. */
export default function ErrorPage({ retry }: { error: Error; retry: () => void }) {
  return (
    <main className="page-width">
      <Crash retry={retry} />
    </main>
  );
}
