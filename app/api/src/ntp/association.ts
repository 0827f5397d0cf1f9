import type { ServerAddress } from './server-address.ts';

/** Why a packet is not the reply that a seal asks for. Stable: they label metrics. */
export type SealRefusal =
  | 'bad-fields'
  | 'wrong-identifier'
  | 'not-authenticated'
  | 'bad-authenticator'
  | 'nts-nak';

/** What an exchange adds to its request, and asks of the reply. Each is for one exchange. */
export interface Seal {
  /** The request as it is sent, made of its header. */
  seal(header: Buffer): Buffer;
  /** Why a packet is not the server's reply to the sealed request; null when it is. */
  whyNotAuthentic(packet: Buffer): SealRefusal | null;
}

/** Plain NTP: nothing is added, and whoever echoes the request's timestamp is believed. */
export const NO_SEAL: Seal = { seal: (header) => header, whyNotAuthentic: () => null };

/** Where the next request goes, and its seal. */
export interface Destination {
  /** A host name or an address. */
  readonly host: string;
  readonly port: number;
  readonly seal: Seal;
}

/** One configured server, as its exchanges see it. */
export interface Association {
  /** As it was configured: names the server in logs and metrics. */
  readonly name: string;
  /** Whether nobody on the path can forge its replies. */
  readonly isAuthenticated: boolean;
  /** Why there is no destination, in words; null when there is one, or none was asked for. */
  readonly trouble: string | null;
  /** Null when no request can be sent now. Not called again before it has settled. */
  nextDestination(): Promise<Destination | null>;
}

/** A server that is asked without authentication. */
export function plainAssociation({ name, host, port }: ServerAddress): Association {
  const destination = { host, port, seal: NO_SEAL };
  return {
    name,
    isAuthenticated: false,
    trouble: null,
    nextDestination: async () => destination,
  };
}
