type Props = {
  /** A text that names the order, such as "Order SC-7K2M9QX0". */
  children: string;
  number: string;
};

/**
 * A text with an order number, which stays in one piece, with the sign that follows it, where a line is long enough for
 * it. In the font of text: that of headings has figures whose 0 and 1 read as o and I.
 */
export function OrderNumber({ children, number }: Props) {
  const at = children.indexOf(number);
  if (at < 0) return children;
  const rest = children.slice(at + number.length);
  const [sign = ""] = rest.match(/^\S+/) ?? [];
  return (
    <>
      {children.slice(0, at)}
      <span className="inline-block max-w-full [text-decoration:inherit]">
        <bdi className="font-sans">{number}</bdi>
        {sign}
      </span>
      {rest.slice(sign.length)}
    </>
  );
}
