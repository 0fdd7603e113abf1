/** The address of another database on the same server. */
export function databaseUrl(url: string, database: string): string {
  const address = new URL(url);
  address.pathname = `/${encodeURIComponent(database)}`;
  return address.href;
}

/** The address of a database on a cluster of our own. */
export function clusterUrl(port: number, password: string, database: string): string {
  return `postgresql://postgres:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`;
}

/** Where a database is, without the credentials: fit for a message. */
export function placeOf(url: string): { server: string; database: string } {
  const address = new URL(url);
  return { server: address.host, database: decodeURIComponent(address.pathname.slice(1)) };
}
