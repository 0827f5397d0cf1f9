import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';

/** The module at `url` and what it imports, as one script that sets the global `name`. */
export async function bundle(url: URL, name: string): Promise<string> {
  const build = await rolldown({
    input: fileURLToPath(url),
    resolve: { conditionNames: ['source', 'import', 'default'] },
  });
  const { output } = await build.generate({ format: 'iife', name });
  await build.close();
  return output[0].code;
}
