/** A number such as SC-7K2M9QX0, at whose hyphen a line could end. A merchant's own may be wider than a phone. */
const orderNumber = /(\b[A-Z0-9]{1,6}-[A-Z0-9]{1,12}\b)/;

/** A text whose order numbers stay in one piece. */
export function WholeNumbers({ children }: { children: string }) {
  return children.split(orderNumber).map((part, index) =>
    index % 2 === 0 ? (
      part
    ) : (
      <span key={part} style={{ whiteSpace: "nowrap" }}>
        {part}
      </span>
    ),
  );
}
