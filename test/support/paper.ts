import type { TicketDocument } from '#paper/document.ts';

/** Lines of a paper as they read: `left | right`, bars with their share. */
export const read = ({ blocks }: TicketDocument): string[] =>
  blocks.flatMap((block) => {
    const one = block as unknown as Record<string, unknown>;
    if (typeof one['left'] !== 'string') return typeof one['text'] === 'string' ? [one['text']] : [];
    const share = typeof one['share'] === 'number' ? [one['share'].toFixed(2)] : [];
    return [[one['left'], one['right'], ...share].join(' | ').replaceAll('\u202f', ' ')];
  });
