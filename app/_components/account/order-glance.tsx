import { useLocale, useTranslations } from "next-intl";
import { clockOf, numberOf, type Order } from "#lib/commerce/order/index.ts";
import { formatMoney } from "#lib/platform/money.ts";
import { statusWord } from "#lib/storefront/order/order-words.ts";
import { CatalogueText } from "../catalogue/catalogue-text.tsx";
import { Link } from "../link.tsx";
import { Day } from "../order/day.tsx";
import { OrderNumber } from "../order/order-number.tsx";
import { Picture } from "../picture.tsx";

const picturesAtMost = 5;

type Props = {
  order: Order;
  /** The path of its page. */
  href?: string;
  /** The heading level at this point of the page. */
  heading?: "h2" | "h3";
};

/** An order at a glance: date, status, total and images. */
export function OrderGlance({ order, href, heading: Heading = "h2" }: Props) {
  const locale = useLocale();
  const t = useTranslations("account.orders");
  const status = useTranslations("shop.order.status");
  const { placedAt, lines, totals, currency } = order;
  const number = (
    <OrderNumber number={numberOf(order)}>{t("number", { number: numberOf(order) })}</OrderNumber>
  );
  const count = lines.reduce((sum, line) => sum + line.quantity, 0);
  return (
    <>
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2">
        <div>
          <Heading className="font-sans text-lg font-semibold tracking-normal">
            {href ? (
              <Link href={href} className="link text-ink">
                {number}
              </Link>
            ) : (
              number
            )}
          </Heading>
          <p className="text-[0.9375rem] text-ink-soft">
            {t.rich("placedOn", {
              day: () => <Day at={placedAt} clock={clockOf(order, locale)} />,
            })}
          </p>
        </div>
        <div className="sm:text-end">
          <p className="font-medium">{status(statusWord(order))}</p>
          <p className="text-[0.9375rem] text-ink-soft tabular-nums">
            {formatMoney(totals.total, currency, locale)} · {t("items", { count })}
          </p>
        </div>
      </div>
      <Pictures lines={lines} />
    </>
  );
}

/** The images of an order's first items, with alternative text. */
function Pictures({ lines }: { lines: Order["lines"] }) {
  return (
    <ul className="mt-4 flex flex-wrap gap-2">
      {lines.slice(0, picturesAtMost).map(({ id, image, name, quantity }) => (
        <li key={id} className="flex items-center gap-3">
          {image && <Picture src={image} alt={name} size={56} className="size-14 rounded-lg bg-sand" />}
          {lines.length === 1 && (
            <span aria-hidden={image ? true : undefined}>
              {quantity > 1 && `${quantity} × `}
              <CatalogueText>{name}</CatalogueText>
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}
