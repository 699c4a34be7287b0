/** One code as a scanner sent it. */
export interface ScannedCode {
  readonly text: string;
  /** AIM identifier of the symbol (`]C0`, `]E0`, `]d2`), when the scanner says. */
  readonly aim?: string;
}

export interface ScannerDevice {
  readonly kind: 'hid' | 'serial';
  /** Maker and model, or the port. */
  readonly name: string;
  /** `no-access`: it is there, and the system lets this account not read it. */
  readonly state: 'ready' | 'missing' | 'no-access';
}

/** Scanners of one way of being plugged in, found and read by themselves until they are closed. */
export interface Scanners {
  readonly devices: () => readonly ScannerDevice[];
  readonly close: () => Promise<void>;
}

export interface ScannerListeners {
  readonly onScan: (code: ScannedCode) => void;
  /** A device came, went, or changed. */
  readonly onChange: () => void;
}
