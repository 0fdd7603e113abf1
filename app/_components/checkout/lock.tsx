/** A padlock. Decorative, because words are next to it. */
export function Lock() {
  return (
    <svg viewBox="0 0 20 20" aria-hidden="true" className="size-4 shrink-0 fill-none stroke-current stroke-2">
      <path d="M4 9h12v8H4zM6.5 9V6.5a3.5 3.5 0 0 1 7 0V9" strokeLinejoin="round" />
    </svg>
  );
}
