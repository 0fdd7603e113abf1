import { useTranslations } from "next-intl";
import { Link } from "../../../../../_components/link.tsx";

/** The link from a guest's order to the data that the shop stores. */
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
