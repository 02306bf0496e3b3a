import { hash, verify } from '@node-rs/argon2';

/** argon2id, 19 MiB, two passes: OWASP's first recommendation, about 20 ms here. */
const options = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** A hash of nobody's password: comparing with it takes as long as with a real one, so unknown addresses cannot be told by the clock. */
const decoy = hash('nobody has this password', options);

/** Hashes a password for storing; the result names its own parameters and salt. */
export function hashPassword(password: string): Promise<string> {
  return hash(password, options);
}

/** Whether a password fits. Takes its time also when there is nothing to compare with. */
export async function verifyPassword(stored: string | null, password: string): Promise<boolean> {
  const fits = await verify(stored ?? (await decoy), password);
  return stored !== null && fits;
}
