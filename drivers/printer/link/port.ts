/** A cable to a printer that carries bytes both ways, once it is plugged. */
export interface ByteLink {
  /** Resolves once the system has taken every byte; rejects or never resolves when the link ends before. */
  write(bytes: Uint8Array): Promise<void>;
  onBytes(listener: (bytes: Uint8Array) => void): void;
  /** Once, when the link is gone, whoever ended it; at once when it is gone already. */
  onEnd(listener: () => void): void;
  isOpen(): boolean;
  /** Lets what was written go out, then ends. */
  end(): void;
  destroy(): void;
}

/** Opens the cable of one printer; null when there is nothing at its other end. */
export interface OpenLink {
  (options: {
    readonly timeoutMs: number;
    /** Called before the link stands, so that the caller can give up on it. */
    readonly onAttempt: (attempt: { destroy(): unknown }) => void;
  }): Promise<ByteLink | null>;
}
