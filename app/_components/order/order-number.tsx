type Props = {
  /** A text that names the order, such as "Order SC-7K2M9QX0". */
  children: string;
  number: string;
};

/** A text with an order number, which stays in one piece where a line is long enough for it. */
export function OrderNumber({ children, number }: Props) {
  const [before, ...after] = children.split(number);
  return (
    <>
      {before}
      {after.length > 0 && <bdi className="inline-block max-w-full [text-decoration:inherit]">{number}</bdi>}
      {after.join(number)}
    </>
  );
}
