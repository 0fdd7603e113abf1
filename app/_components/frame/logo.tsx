/** Reed and water. Decorative, because the shop's name is next to it. */
export function Logo({ className }: { className?: string }) {
  return (
    <svg viewBox="0 0 64 64" aria-hidden="true" className={className} fill="none" strokeLinecap="round">
      <g className="stroke-marsh" strokeLinejoin="round">
        <path d="M32 42V20M24 42c0-7-1.5-13-5-18M40 42c0-7 1.5-13 5-18" strokeWidth="3" />
        <path
          d="M11 45c5.25-4.5 8.75-4.5 14 0s8.75 4.5 14 0 8.75-4.5 14 0M17 53c4-3.5 6.5-3.5 10.5 0s6.5 3.5 10.5 0 6.5-3.5 9 0"
          strokeWidth="3.5"
        />
      </g>
      <path d="M32 18v-6M18 22l-2.5-4M46 22l2.5-4" className="stroke-clay" strokeWidth="5" />
    </svg>
  );
}
