/** Where secrets live outside the database. `file` is a folder readable by the till's account only. */
export interface Keystore {
  readonly kind: 'os' | 'file';
  /** The secret, or null when there is none of that name. */
  readonly read: (name: string) => Uint8Array | null;
  readonly write: (name: string, secret: Uint8Array) => void;
}
