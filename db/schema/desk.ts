import { blob, index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type {
  KeyId,
  OperatorCode,
  PersonId,
  PrescriberId,
  SaleId,
  SessionId,
  SiteCode,
  TicketNumber,
  TillId,
} from '#domain/ids.ts';
import type { Cents } from '#domain/money.ts';
import type { DeskRole } from '#domain/roles.ts';
import type { Day } from '#domain/time.ts';
import { centsColumn, dayColumn, flag, idColumn, instantColumn, json } from './columns.ts';

/** A numbered desk of the point. Its private key lives in the keystore, never here. */
export const till = sqliteTable('till', {
  id: idColumn<TillId>('id').primaryKey(),
  site: idColumn<SiteCode>('site').notNull(),
  number: integer('number').notNull(),
  keyId: idColumn<KeyId>('key_id').notNull(),
  publicKey: text('public_key').notNull(),
  demo: flag('demo').notNull(),
  enrolledAt: instantColumn('enrolled_at').notNull(),
});

/** What a till keeps of itself between starts: printer, language, headquarters' address and keys. */
export const setting = sqliteTable(
  'setting',
  {
    till: idColumn<TillId>('till').notNull(),
    name: text('name').notNull(),
    value: json<unknown>('value').notNull(),
  },
  (table) => [primaryKey({ columns: [table.till, table.name] })],
);

export const operator = sqliteTable('operator', {
  code: idColumn<OperatorCode>('code').primaryKey(),
  name: text('name').notNull(),
  role: text('role').$type<DeskRole>(),
  admin: flag('admin').notNull(),
  passwordHash: text('password_hash').notNull(),
  pinHash: text('pin_hash'),
  mustChange: flag('must_change').notNull(),
  status: text('status').$type<'active' | 'stopped'>().notNull(),
  activeUntil: dayColumn('active_until'),
  createdAt: instantColumn('created_at').notNull(),
});

/** Signed bundles from headquarters as received; the highest number is in force. */
export const reference = sqliteTable('reference', {
  number: integer('number').primaryKey(),
  publishedAt: instantColumn('published_at').notNull(),
  receivedAt: instantColumn('received_at').notNull(),
  /** Sealed text, signature included. */
  body: text('body').notNull(),
});

export const session = sqliteTable(
  'session',
  {
    id: idColumn<SessionId>('id').primaryKey(),
    till: idColumn<TillId>('till').notNull(),
    number: integer('number').notNull(),
    businessDay: dayColumn('business_day').notNull(),
    openedAt: instantColumn('opened_at').notNull(),
    openedBy: idColumn<OperatorCode>('opened_by').notNull(),
    floatCents: centsColumn('float_cents').notNull(),
    floatCount: json<Record<string, number>>('float_count').notNull(),
    /** Last sequence of the sale chain before this session. */
    saleSeqBefore: integer('sale_seq_before').notNull(),
    closedAt: instantColumn('closed_at'),
    floatLeftCents: centsColumn('float_left_cents'),
    closingSeq: integer('closing_seq'),
  },
  (table) => [uniqueIndex('session_number').on(table.till, table.number)],
);

/** Every count given at an opening or a closing, kept even when it was given again. */
export const cashCountKept = sqliteTable('cash_count', {
  id: integer('id').primaryKey(),
  sessionId: idColumn<SessionId>('session_id').notNull(),
  at: instantColumn('at').notNull(),
  operator: idColumn<OperatorCode>('operator').notNull(),
  count: json<unknown>('count').notNull(),
});

export const drawerMovement = sqliteTable(
  'drawer_movement',
  {
    id: text('id').primaryKey(),
    sessionId: idColumn<SessionId>('session_id').notNull(),
    kind: text('kind').$type<'pay-in' | 'drop' | 'opened'>().notNull(),
    cents: centsColumn('cents').notNull(),
    reason: text('reason').notNull(),
    envelope: text('envelope'),
    at: instantColumn('at').notNull(),
    operator: idColumn<OperatorCode>('operator').notNull(),
    approvedBy: idColumn<OperatorCode>('approved_by'),
  },
  (table) => [index('drawer_movement_session').on(table.sessionId)],
);

/** Baskets before payment: they reserve nothing and survive a crash with what was tendered so far. */
export const basket = sqliteTable(
  'basket',
  {
    saleId: idColumn<SaleId>('sale_id').primaryKey(),
    till: idColumn<TillId>('till').notNull(),
    status: text('status').$type<'current' | 'held' | 'finished' | 'abandoned'>().notNull(),
    personId: idColumn<PersonId>('person_id'),
    lines: json<readonly KeptLine[]>('lines').notNull(),
    payment: json<KeptPayment>('payment'),
    /** Total when it was held, to say when a price changed since. */
    heldTotalCents: centsColumn('held_total_cents'),
    changedAt: instantColumn('changed_at').notNull(),
  },
  (table) => [index('basket_status').on(table.till, table.status)],
);

/** A basket line as kept: what was scanned or tapped, never a price. */
export interface KeptLine {
  readonly lineId: string;
  readonly sku: string;
  readonly quantity: number;
  readonly unitKey: string | null;
  readonly unitText: string | null;
  readonly forHousehold: boolean;
  readonly replacement: 'lost' | 'stolen' | 'faulty' | null;
  readonly overriddenBy: string | null;
}

export interface KeptPayment {
  readonly tenders: readonly unknown[];
  readonly cardPending: number | null;
}

export const printJob = sqliteTable(
  'print_job',
  {
    id: text('id').primaryKey(),
    till: idColumn<TillId>('till').notNull(),
    title: text('title').notNull(),
    /** The sale whose ticket it is. */
    saleId: idColumn<SaleId>('sale_id'),
    document: json<unknown>('document').notNull(),
    openDrawer: flag('open_drawer').notNull(),
    /** Another printer than that of the desk; null for the desk's own. */
    printer: json<unknown>('printer'),
    state: text('state')
      .$type<'queued' | 'printing' | 'printed' | 'unconfirmed' | 'failed' | 'ask' | 'dropped'>()
      .notNull(),
    fault: text('fault'),
    createdAt: instantColumn('created_at').notNull(),
    changedAt: instantColumn('changed_at').notNull(),
  },
  (table) => [index('print_job_state').on(table.till, table.state), index('print_job_sale').on(table.saleId)],
);

/** What is not a journal record and waits for the next batch. */
export const outbox = sqliteTable(
  'outbox',
  {
    id: integer('id').primaryKey(),
    till: idColumn<TillId>('till').notNull(),
    body: text('body').notNull(),
    batchNo: integer('batch_no'),
  },
  (table) => [index('outbox_waiting').on(table.till, table.batchNo)],
);

export const batch = sqliteTable(
  'batch',
  {
    till: idColumn<TillId>('till').notNull(),
    batchNo: integer('batch_no').notNull(),
    businessDay: dayColumn('business_day').notNull(),
    fileName: text('file_name').notNull(),
    manifest: text('manifest').notNull(),
    manifestSha256: text('manifest_sha256').notNull(),
    records: integer('records').notNull(),
    sizeBytes: integer('size_bytes').notNull(),
    /** Sealed and not yet encrypted: null as soon as `file` stands. */
    frozen: blob('frozen', { mode: 'buffer' }),
    /** The encrypted file as it is resent; null once deleted, 90 days after it was accepted. */
    file: blob('file', { mode: 'buffer' }),
    state: text('state')
      .$type<'waiting' | 'handed-over' | 'accepted' | 'conflict' | 'gap' | 'unknown-schema' | 'quarantined'>()
      .notNull(),
    handedOverOn: dayColumn('handed_over_on'),
    tries: integer('tries').notNull(),
    lastTryAt: instantColumn('last_try_at'),
    lastError: text('last_error'),
    acknowledgement: text('acknowledgement'),
    answeredAt: instantColumn('answered_at'),
    createdAt: instantColumn('created_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.till, table.batchNo] })],
);

/** Envelopes taken to the bank together; `credited*` once seen on the bank's statement. */
export const deposit = sqliteTable('deposit', {
  id: text('id').primaryKey(),
  till: idColumn<TillId>('till').notNull(),
  at: instantColumn('at').notNull(),
  operator: idColumn<OperatorCode>('operator').notNull(),
  cents: centsColumn('cents').notNull(),
  slip: text('slip').notNull(),
  /** `Z 12`, or the id of a withdrawal. */
  envelopes: json<readonly string[]>('envelopes').notNull(),
  creditedOn: dayColumn('credited_on'),
  creditedCents: centsColumn('credited_cents'),
  creditedBy: idColumn<OperatorCode>('credited_by'),
});

/** What a structure is asked to pay: its undertakings up to a moment; `settled*` once it has paid. */
export const creditStatement = sqliteTable(
  'credit_statement',
  {
    id: text('id').primaryKey(),
    till: idColumn<TillId>('till').notNull(),
    number: integer('number').notNull(),
    prescriberId: idColumn<PrescriberId>('prescriber_id').notNull(),
    madeAt: instantColumn('made_at').notNull(),
    operator: idColumn<OperatorCode>('operator').notNull(),
    totalCents: centsColumn('total_cents').notNull(),
    credits: json<readonly StatedCredit[]>('credits').notNull(),
    settledOn: dayColumn('settled_on'),
    settledCents: centsColumn('settled_cents'),
    settledBy: idColumn<OperatorCode>('settled_by'),
  },
  (table) => [uniqueIndex('credit_statement_number').on(table.till, table.number)],
);

export interface StatedCredit {
  readonly number: TicketNumber;
  readonly businessDay: Day;
  readonly commitment: string;
  readonly cents: Cents;
}

/** Archives written so far; the files live where they were written. */
export const archive = sqliteTable('archive', {
  id: integer('id').primaryKey(),
  till: idColumn<TillId>('till').notNull(),
  period: text('period').notNull(),
  folder: text('folder').notNull(),
  fileName: text('file_name').notNull(),
  fileSha256: text('file_sha256').notNull(),
  madeAt: instantColumn('made_at').notNull(),
  records: integer('records').notNull(),
  sizeBytes: integer('size_bytes').notNull(),
});

/** Structures to phone: a letter under reserve, a refusal that is theirs. */
export const callList = sqliteTable('call_list', {
  id: integer('id').primaryKey(),
  at: instantColumn('at').notNull(),
  businessDay: dayColumn('business_day').notNull(),
  prescriberId: idColumn<PrescriberId>('prescriber_id').notNull(),
  reason: text('reason').notNull(),
});

/** Typed and not yet saved: registration forms. Erased after 72 hours. */
export const draft = sqliteTable(
  'draft',
  {
    till: idColumn<TillId>('till').notNull(),
    form: text('form').notNull(),
    body: json<unknown>('body').notNull(),
    changedAt: instantColumn('changed_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.till, table.form] })],
);
