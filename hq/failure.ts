/** What the system said, as a cause and a next step; a `%` is the path, the port or the address it is about. */
const sentences: Readonly<Record<string, readonly [cause: string, next: string]>> = {
  ENOENT: ['% does not exist.', 'Check its name, or plug in the drive that holds it.'],
  ENOTDIR: ['A file stands where a folder is needed: %', 'Move it, or choose another folder.'],
  EEXIST: ['A file stands where a folder is needed: %', 'Move it, or choose another folder.'],
  EISDIR: ['% is a folder.', 'Name a file in it.'],
  EACCES: ['This account may not use %.', 'Use the account that headquarters runs under.'],
  EPERM: ['This account may not use %.', 'Use the account that headquarters runs under.'],
  EROFS: ['Nothing can be written in %.', 'Choose a folder on a drive that can be written.'],
  ENOSPC: ['The disk is full.', 'Make room, then try again. Nothing that was answered is lost.'],
  ENAMETOOLONG: ['This path is too long: %', 'Choose a shorter one.'],
  EADDRINUSE: ['Port % is taken by another program.', 'Choose another with --port.'],
  ERR_SOCKET_BAD_PORT: ['This is no port.', 'Give a number from 0 to 65535.'],
  EADDRNOTAVAIL: ['% is no address of this machine.', 'Choose another with --host.'],
  ECONNREFUSED: ['The database does not answer at %.', 'Start PostgreSQL, or correct DATABASE_URL.'],
  ENOTFOUND: ['The database’s machine is not known: %', 'Correct DATABASE_URL.'],
  '3D000': ['The database that DATABASE_URL names does not exist.', 'Create it, or correct the name.'],
  '28P01': ['The database refuses this name or password.', 'Correct DATABASE_URL.'],
};

/** An option that is not known or lacks its value is told by the parser in one sentence. */
const isOfOptions = /^ERR_PARSE_ARGS_/;

/** A failure of the system or of the command line in two sentences; null for a bug. */
export function failureLines(error: unknown): string[] | null {
  for (let one = error; one instanceof Error; one = one.cause) {
    const { code, path, port, address, message } = one as NodeJS.ErrnoException & {
      readonly port?: number;
      readonly address?: string;
    };
    if (code && isOfOptions.test(code)) return [message.split('. To specify')[0] ?? message];
    const said = code === undefined ? undefined : sentences[code];
    if (!said) continue;
    const about = code === 'EADDRINUSE' ? String(port) : (path ?? address ?? '');
    return said.map((line) => line.replace('%', about));
  }
  return null;
}
