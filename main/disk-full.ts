/** Whether something failed because the disk is full: the system's code, or the database's. */
export const isDiskFull = (error: unknown): boolean => {
  const { code } = error as { code?: unknown };
  return code === 'SQLITE_FULL' || code === 'ENOSPC';
};
