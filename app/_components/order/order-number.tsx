import { Fragment } from "react";

type Props = {
  /** A text that names the order, such as "Order SC-7K2M9QX0". */
  children: string;
  number: string;
};

/**
 * A text with an order number, which stays in one piece, with the sign that follows it, where a line is long enough for
 * it.
 */
export function OrderNumber({ children, number }: Props) {
  return children.split(number).map((text, index) => {
    const [sign = ""] = index > 0 ? (text.match(/^\S+/) ?? []) : [];
    return (
      // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a text never move
      <Fragment key={index}>
        {index > 0 && (
          <span className="inline-block max-w-full [text-decoration:inherit]">
            <bdi>{number}</bdi>
            {sign}
          </span>
        )}
        {text.slice(sign.length)}
      </Fragment>
    );
  });
}
