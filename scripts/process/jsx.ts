import { registerHooks } from "node:module";
import { fileURLToPath } from "node:url";
import { buildSync } from "esbuild";

// node --import ./scripts/process/jsx.ts: lets a program import mail templates, whose JSX Node cannot parse.
registerHooks({
  load(url, context, next) {
    if (!/^file:.*\.tsx$/.test(url)) return next(url, context);
    const { outputFiles } = buildSync({
      entryPoints: [fileURLToPath(url)],
      jsx: "automatic",
      format: "esm",
      sourcemap: "inline",
      write: false,
    });
    return { format: "module", source: outputFiles[0]?.text ?? "", shortCircuit: true };
  },
});
