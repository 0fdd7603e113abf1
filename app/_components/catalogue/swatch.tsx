/** A colour of a product as a dot. An attribute, because the page's policy allows no inline styles. */
export function Swatch({ color, className = "size-5" }: { color: string; className?: string }) {
  return (
    <svg viewBox="0 0 20 20" aria-hidden="true" className={`swatch shrink-0 ${className}`}>
      <circle cx="10" cy="10" r="9" fill={color} />
    </svg>
  );
}
