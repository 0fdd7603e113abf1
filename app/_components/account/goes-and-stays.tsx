type Part = { title: string; items: string[] };

/** What erasing takes away for good, and what it has to leave. */
export function GoesAndStays({ goes, stays }: { goes: Part; stays: Part }) {
  return (
    <div className="mb-8 space-y-6">
      {[goes, stays].map(({ title, items }) => (
        <section key={title} aria-label={title}>
          <h2 className="font-sans text-lg font-semibold tracking-normal">{title}</h2>
          <ul className="mt-2 list-disc space-y-1 ps-5 text-ink-soft">
            {items.map((item) => (
              <li key={item}>{item}</li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
