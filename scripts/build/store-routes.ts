import type { Plugin } from "esbuild";
import { routeFiles } from "../../app/store/route-modules.ts";

/** A bundle cannot look for route files when it runs, so it gets a list of those that are there when it is made. */
export const storeRouteList: Plugin = {
  name: "store-route-list",
  setup(build) {
    build.onLoad({ filter: /app\/store\/route-modules\.ts$/ }, () => {
      const entries = routeFiles().map((file) => `${JSON.stringify(file)}: await import("./${file}")`);
      return {
        contents: `export const routeModules = async () => ({ ${entries.join(", ")} });`,
        loader: "ts",
      };
    });
  },
};
