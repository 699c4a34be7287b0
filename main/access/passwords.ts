import { hash, verify } from '@node-rs/argon2';
import type { Passwords } from '../deps.ts';

// argon2id is the library's default; OWASP's choice (2025): 19 MiB, two passes. Computed on its own threads.
const options = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export const argonPasswords: Passwords = {
  hash: (secret) => hash(secret, options),
  verify: (stored, secret) => verify(stored, secret),
};
