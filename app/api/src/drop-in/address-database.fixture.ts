import { writeFileSync } from 'node:fs';

/**
 * Writes a database of addresses in the MaxMind DB format, version 2.0: each prefix of 24 bits, such
 * as `192.0.2`, is in a zone. https://maxmind.github.io/MaxMind-DB/
 */
export function writeAddressDatabase(path: string, zones: Readonly<Record<string, string>>): void {
  const data: Buffer[] = [];
  const nodes: [Branch, Branch][] = [[null, null]];
  let dataLength = 0;
  for (const [prefix, zone] of Object.entries(zones)) {
    insert(nodes, bitsOf(prefix), { at: dataLength });
    const record = encode({ location: { time_zone: zone } });
    data.push(record);
    dataLength += record.length;
  }
  const tree = nodes.flatMap((node) =>
    node.map((branch) => uint(pointer(branch, nodes.length), 3)),
  );
  const metadata = encode({
    node_count: nodes.length,
    record_size: 24,
    ip_version: 4,
    database_type: 'Test-City',
    binary_format_major_version: 2,
    binary_format_minor_version: 0,
    build_epoch: 1_795_410_422,
  });
  const marker = Buffer.from('\xab\xcd\xefMaxMind.com', 'latin1');
  writeFileSync(path, Buffer.concat([...tree, Buffer.alloc(16), ...data, marker, metadata]));
}

/** Nothing, another node by its number, or data at a place of its section. */
type Branch = null | number | { readonly at: number };

function insert(nodes: [Branch, Branch][], bits: readonly (0 | 1)[], leaf: Branch): void {
  let node = nodes[0] as [Branch, Branch];
  for (const bit of bits.slice(0, -1)) {
    if (typeof node[bit] !== 'number') node[bit] = nodes.push([null, null]) - 1;
    node = nodes[node[bit] as number] as [Branch, Branch];
  }
  node[bits.at(-1) ?? 0] = leaf;
}

function pointer(branch: Branch, nodeCount: number): number {
  if (branch === null) return nodeCount;
  return typeof branch === 'number' ? branch : nodeCount + 16 + branch.at;
}

function bitsOf(prefix: string): (0 | 1)[] {
  const octets = prefix.split('.').map((octet) => Number(octet).toString(2).padStart(8, '0'));
  return [...octets.join('')].map((bit) => (bit === '1' ? 1 : 0));
}

type Value = string | number | { readonly [key: string]: Value };

function encode(value: Value): Buffer {
  if (typeof value === 'number') return Buffer.concat([Buffer.of((6 << 5) | 4), uint(value, 4)]);
  if (typeof value === 'string') {
    return Buffer.concat([Buffer.of((2 << 5) | value.length), Buffer.from(value)]);
  }
  const entries = Object.entries(value).flatMap(([key, part]) => [encode(key), encode(part)]);
  return Buffer.concat([Buffer.of((7 << 5) | (entries.length / 2)), ...entries]);
}

function uint(value: number, bytes: number): Buffer {
  const buffer = Buffer.alloc(bytes);
  buffer.writeUIntBE(value, 0, bytes);
  return buffer;
}
