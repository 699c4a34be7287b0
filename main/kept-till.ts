import type { TillId } from '#domain/ids.ts';
import { type Result, ok } from '#domain/result.ts';
import { type ApplicationOptions, type ApplicationRefusal, openApplication } from './application.ts';
import type { ConnectRefusal, Connection } from './connection.ts';

/** One till of a point, kept at this machine. */
export interface KeptTill extends Connection {
  /** Closes the whole point. */
  readonly close: () => Promise<void>;
}

export interface KeptTillOptions extends ApplicationOptions {
  /** Which of several tills; a point with one needs no word of it. */
  readonly till?: TillId;
}

/** Opens the point in a folder and connects to the till that is named, or to the only one. */
export async function openKeptTill(
  options: KeptTillOptions,
): Promise<Result<KeptTill, ApplicationRefusal | ConnectRefusal>> {
  const opened = await openApplication(options);
  if (!opened.ok) return opened;
  const { connect, close } = opened.value;
  const connection = connect(options.till ?? null);
  if (connection.ok) return ok({ ...connection.value, close });
  await close();
  return connection;
}
