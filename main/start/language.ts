export type StartLanguage = 'fr' | 'en';

/** English where the system speaks English, else French: for what is said before the till's own setting can be read. */
export function systemLanguage(system: Pick<NodeJS.Process, 'env' | 'platform'>): StartLanguage {
  const { LC_ALL, LC_MESSAGES, LANG } = system.env;
  const named = LC_ALL || LC_MESSAGES || LANG;
  const tells = system.platform === 'win32' || system.platform === 'darwin';
  // Elsewhere a system that names no language ("C") is taken for an American one by Intl.
  const spoken = named ?? (tells ? new Intl.DateTimeFormat().resolvedOptions().locale : '');
  return /^en/i.test(spoken) ? 'en' : 'fr';
}
