import Link from "next/link";
import { useTranslations } from "next-intl";

/** From an order that a link opened to what the shop keeps of its guest. */
export function DataLink({ orderPath }: { orderPath: string }) {
  const t = useTranslations("account.data");
  return (
    <p className="no-print mt-8">
      <Link href={`${orderPath}/data`} className="link inline-flex min-h-11 items-center">
        {t("link")}
      </Link>
    </p>
  );
}
