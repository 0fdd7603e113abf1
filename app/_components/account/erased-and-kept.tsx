type Part = { title: string; items: string[] };

/** Lists what is erased and what has to be kept. */
export function ErasedAndKept({ erased, kept }: { erased: Part; kept: Part }) {
  return (
    <div className="mb-8 space-y-6">
      {[erased, kept].map(({ title, items }) => (
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
