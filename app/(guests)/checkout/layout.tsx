import CheckoutLayout from "../../checkout/layout.tsx";

export const dynamic = "force-dynamic";

export default CheckoutLayout;
