/** Where the orders have no neighbour. */
export default function NoEarlierOrders() {
  return null;
}
