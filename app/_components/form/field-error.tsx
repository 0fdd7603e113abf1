/** A field's error, below it. */
export function FieldError({ id, error }: { id: string; error: string | undefined }) {
  if (!error) return null;
  return (
    <p id={id} className="mt-1.5 text-[0.9375rem] font-medium text-clay-ink">
      {error}
    </p>
  );
}
