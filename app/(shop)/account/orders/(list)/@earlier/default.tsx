/** Rendered on pages without earlier orders. */
export default function NoEarlierOrders() {
  return null;
}
