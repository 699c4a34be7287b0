/** What has to be known of a model of printer to write to it. */
export interface PrinterProfile {
  readonly id: string;
  readonly label: string;
  /** Characters of font A (12 dots wide) on a line. */
  readonly columns: 32 | 42 | 48;
  /** Printable width; a multiple of 8. */
  readonly widthDots: number;
  /** The number by which `ESC t` selects windows-1252: 16 by the book, 6, 8 or 11 on some clones. */
  readonly codepageNumber: number;
  readonly cutter: boolean;
  readonly drawerPin: 0 | 1;
  /** Level of the drawer's switch when it is open: depends on the drawer, learnt by opening it once. */
  readonly drawerOpenWhen: 'high' | 'low';
  /** False: Code128 and QR are sent as dots, because the printer draws them badly. */
  readonly nativeBarcodes: boolean;
  /** False: the printer is asked nothing, and every print ends unconfirmed. */
  readonly answersStatus: boolean;
}

export const paper80mm: PrinterProfile = {
  id: 'escpos-80mm',
  label: '80 mm, 48 colonnes',
  columns: 48,
  widthDots: 576,
  codepageNumber: 16,
  cutter: true,
  drawerPin: 0,
  drawerOpenWhen: 'high',
  nativeBarcodes: true,
  answersStatus: true,
};

export const paper58mm: PrinterProfile = {
  ...paper80mm,
  id: 'escpos-58mm',
  label: '58 mm, 32 colonnes',
  columns: 32,
  widthDots: 384,
  cutter: false,
  nativeBarcodes: false,
};

/** What a point may have found out about its own printer, on top of a profile. */
export type PrinterAdjustment = {
  readonly [K in 'codepageNumber' | 'cutter' | 'drawerPin' | 'drawerOpenWhen' | 'nativeBarcodes']?:
    | PrinterProfile[K]
    | undefined;
};

/** Numbers under which windows-1252 is known to be found: by the book, then on clones. */
export const codepageNumbers = [16, 6, 8, 11] as const;

/** What the settings page offers. */
export const printerProfiles: readonly PrinterProfile[] = [
  paper80mm,
  { ...paper80mm, id: 'escpos-80mm-42', label: '80 mm, 42 colonnes', columns: 42, widthDots: 512 },
  paper58mm,
  { ...paper58mm, id: 'escpos-58mm-native', label: '58 mm, codes-barres natifs', nativeBarcodes: true },
];

/** The profile of that name with what was found out; the first one when the name is not known. */
export const profileOf = (id: string, adjustment: PrinterAdjustment): PrinterProfile => ({
  ...(printerProfiles.find((one) => one.id === id) ?? paper80mm),
  ...(Object.fromEntries(
    Object.entries(adjustment).filter(([, value]) => value !== undefined),
  ) as Partial<PrinterProfile>),
});
