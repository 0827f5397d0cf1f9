import { measureAgainstPeers } from './against-peers.ts';
import { measureSaturation } from './saturation/measure-saturation.ts';

/** `bench.ts peers [nginx]` or `bench.ts saturation`. Exits 1 when a target is missed. */
const [part, nginx] = process.argv.slice(2);

process.exitCode = (await measure()) ? 0 : 1;

async function measure(): Promise<boolean> {
  if (part === 'peers') return await measureAgainstPeers(nginx);
  if (part === 'saturation') return await measureSaturation();
  throw new Error(`bench.ts measures peers or saturation, not ${part}`);
}
