/** A size as people say it: kilobytes below a megabyte, one decimal below ten megabytes. */
export function sizeOf(bytes: number): { readonly unit: 'kilobytes' | 'megabytes'; readonly size: number } {
  const kilobytes = Math.max(1, Math.round(bytes / 1024));
  if (kilobytes < 1024) return { unit: 'kilobytes', size: kilobytes };
  const megabytes = bytes / 1024 / 1024;
  return {
    unit: 'megabytes',
    size: megabytes < 10 ? Math.round(megabytes * 10) / 10 : Math.round(megabytes),
  };
}
