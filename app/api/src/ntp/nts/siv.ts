import type { aessiv } from '@noble/ciphers/aes.js';

/** AES-SIV-CMAC-256 (RFC 5297), which OpenSSL has and Node does not reach. */
export interface Siv {
  /** The synthetic IV and the ciphertext: 16 bytes longer than the plaintext. */
  seal(key: Buffer, message: SivMessage, plaintext: Buffer): Buffer;
  /** The plaintext; null when key, nonce, associated data or ciphertext is another. */
  open(key: Buffer, message: SivMessage, ciphertext: Buffer): Buffer | null;
}

interface SivMessage {
  readonly associatedData: Buffer;
  readonly nonce: Buffer;
}

const WARMING_ROUNDS = 5;

let loading: Promise<Siv> | undefined;

/**
 * The cipher, loaded and run until it is compiled. Only for those who name an NTS server, and once:
 * meanwhile no reply of another server is stamped.
 */
export function loadSiv(): Promise<Siv> {
  loading ??= loadAndWarm();
  return loading;
}

async function loadAndWarm(): Promise<Siv> {
  const siv = sivOf((await import('@noble/ciphers/aes.js')).aessiv);
  const key = Buffer.alloc(32);
  const message = { associatedData: Buffer.alloc(192), nonce: Buffer.alloc(16) };
  for (let round = 0; round < WARMING_ROUNDS; round += 1) {
    siv.open(key, message, siv.seal(key, message, Buffer.alloc(0)));
  }
  return siv;
}

function sivOf(cipher: typeof aessiv): Siv {
  return {
    seal(key, { associatedData, nonce }, plaintext) {
      return Buffer.from(cipher(key, associatedData, nonce).encrypt(plaintext));
    },
    open(key, { associatedData, nonce }, ciphertext) {
      try {
        return Buffer.from(cipher(key, associatedData, nonce).decrypt(ciphertext));
      } catch {
        // A forgery, or too short for one: the cipher knows no other error here.
        return null;
      }
    },
  };
}
