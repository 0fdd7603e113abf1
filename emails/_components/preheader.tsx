/** The preview text that an inbox shows after the subject. Hidden in the mail itself. */
export function Preheader({ children }: { children: string }) {
  return (
    <div style={style} data-skip-in-text="true">
      {children}
    </div>
  );
}

const style = {
  display: "none",
  overflow: "hidden",
  lineHeight: "1px",
  maxHeight: 0,
  maxWidth: 0,
  opacity: 0,
} as const;
