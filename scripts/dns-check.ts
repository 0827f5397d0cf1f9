import { NODATA, NOTFOUND, Resolver } from 'node:dns/promises';
import { type PublicNames, publicNames } from './gitops-values.ts';

/** One step from the application's name to the load balancer, and what is wrong with it, if anything. */
export interface Link {
  readonly name: string;
  readonly problem: string | null;
}

/**
 * Follows the chain host → CNAME → A, link by link, as a browser's resolver would.
 * @param server host:port of the name server to ask; the system's when undefined.
 */
export async function checkChain(names: PublicNames, server?: string): Promise<readonly Link[]> {
  const resolver = new Resolver({ timeout: 2000, tries: 2 });
  if (server !== undefined) resolver.setServers([server]);
  const { host, edgeHost, edgeAddress } = names;
  const aliases = () => resolver.resolveCname(host);
  const addresses = () => resolver.resolve4(edgeHost);
  return [
    { name: `${host}. IN CNAME ${edgeHost}.`, problem: await compare(aliases, edgeHost) },
    { name: `${edgeHost}. IN A ${edgeAddress}`, problem: await compare(addresses, edgeAddress) },
  ];
}

async function compare(ask: () => Promise<string[]>, expected: string): Promise<string | null> {
  try {
    const answer = await ask();
    return answer.length === 1 && answer[0] === expected ? null : `it is ${answer.join(', ')}`;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === NOTFOUND) return 'the name does not exist';
    if (code === NODATA) return 'the name exists, but has no such record';
    return `no answer from the name server (${code})`;
  }
}

if (import.meta.main) {
  const [environment = 'production', server] = process.argv.slice(2);
  const links = await checkChain(publicNames(environment), server);
  for (const { name, problem } of links) {
    process.stdout.write(problem === null ? `ok     ${name}\n` : `WRONG  ${name}: ${problem}\n`);
  }
  if (links.some(({ problem }) => problem !== null)) process.exitCode = 1;
}
