/** What a job asks for in its turn, between what is printed. */
export type JobRequest =
  | { readonly kind: 'process'; readonly id: readonly number[] }
  | { readonly kind: 'paper' }
  /** `ESC p`: the drawer springs open. */
  | { readonly kind: 'pulse' }
  | { readonly kind: 'reports'; readonly on: boolean };

export interface JobReader {
  /** Takes what was received; returns the n of every DLE EOT n in it, which are not part of the job. */
  push(chunk: Uint8Array): number[];
  /** The requests that have become complete since the last call. */
  requests(): JobRequest[];
  bytes(): Uint8Array;
}

/** Keeps the bytes of one connection. Chunks may be cut anywhere, also in the middle of a command. */
export function jobReader(): JobReader {
  let job: number[] = [];
  let scanned = 0;
  let pending: number[] = [];
  return {
    push(chunk) {
      const questions: number[] = [];
      const bytes = [...pending, ...chunk];
      pending = [];
      for (let at = 0; at < bytes.length; at += 1) {
        const [first, second, third] = bytes.slice(at, at + 3);
        if (first === 0x10 && (second === undefined || (second === 0x04 && third === undefined))) {
          pending = bytes.slice(at);
          break;
        }
        if (first === 0x10 && second === 0x04 && third !== undefined && third >= 1 && third <= 4) {
          questions.push(third);
          at += 2;
        } else if (first !== undefined) job.push(first);
      }
      return questions;
    },
    requests() {
      const found: JobRequest[] = [];
      while (scanned < job.length) {
        const read = requestAt(job, scanned);
        if (read === 'incomplete') break;
        if (read) found.push(read.request);
        scanned += read ? read.length : 1;
      }
      return found;
    },
    bytes() {
      job = [...job, ...pending];
      pending = [];
      return Uint8Array.from(job);
    },
  };
}

/** Our jobs hold GS nowhere but in commands, or in pictures where nothing follows that looks like one of these. */
function requestAt(
  job: readonly number[],
  at: number,
): { readonly request: JobRequest; readonly length: number } | 'incomplete' | null {
  const [first, second, third] = job.slice(at, at + 3);
  if (first === 0x1b) return pulseAt(job, at);
  if (first !== 0x1d) return null;
  if (second === undefined) return 'incomplete';
  if (second === 0x61 || second === 0x72) {
    if (third === undefined) return 'incomplete';
    const request: JobRequest = second === 0x72 ? { kind: 'paper' } : { kind: 'reports', on: third !== 0 };
    return { request, length: 3 };
  }
  if (second !== 0x28) return null;
  const command = job.slice(at, at + 11);
  if (third !== undefined && third !== 0x48) return null;
  return command.length < 11
    ? 'incomplete'
    : { request: { kind: 'process', id: command.slice(7) }, length: 11 };
}

function pulseAt(
  job: readonly number[],
  at: number,
): { readonly request: JobRequest; readonly length: number } | 'incomplete' | null {
  const [, second] = job.slice(at, at + 2);
  if (second !== undefined && second !== 0x70) return null;
  return job.length < at + 5 ? 'incomplete' : { request: { kind: 'pulse' }, length: 5 };
}
