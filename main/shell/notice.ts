import type { StartSentence } from '../start/sentence.ts';

/** What the links of a notice ask for. */
export const noticeActions = ['retry', 'reload', 'wait', 'continue', 'close'] as const;
export type NoticeAction = (typeof noticeActions)[number];

export interface Notice {
  readonly language: string;
  readonly sentence: StartSentence;
  /** Links, the first of them the one that is meant; none while something is under way. */
  readonly actions: readonly { readonly action: NoticeAction; readonly label: string }[];
  readonly foot: string;
}

/**
 * A page of one sentence and its ways on. It is made here and runs no script, so that it is there when the till's own
 * page, or its whole build, is what broke.
 */
export function noticeHtml({ language, sentence, actions, foot }: Notice): string {
  const links = actions.map(
    ({ action, label }, index) =>
      `<a href="do-${action}" class="${index === 0 ? 'meant' : ''}"${index === 0 ? ' autofocus' : ''}>${escaped(label)}</a>`,
  );
  return `<!doctype html>
<html lang="${language}">
  <head>
    <meta charset="utf-8" />
    <meta name="color-scheme" content="light" />
    <link rel="icon" href="data:," />
    <link rel="stylesheet" href="notice.css" />
    <title>Comptoir</title>
  </head>
  <body>
    <main${actions.length === 0 ? ' aria-busy="true"' : ''}>
      <h1>${escaped(sentence.text)}</h1>
      ${sentence.next === '' ? '' : `<p>${escaped(sentence.next)}</p>`}
      ${links.length === 0 ? '' : `<nav>${links.join('')}</nav>`}
    </main>
    <footer>${escaped(foot)}</footer>
  </body>
</html>
`;
}

/** The colours of the till's page, without its files. */
export const noticeCss = `
html { height: 100%; }
body {
  box-sizing: border-box; min-height: 100%; margin: 0; padding: 32px;
  display: flex; flex-direction: column; align-items: center; justify-content: center; gap: 24px;
  background: #f6f4ef; color: #1c2430;
  font: 18px/1.5 Inter, system-ui, sans-serif;
}
main {
  box-sizing: border-box; width: 100%; max-width: 640px; padding: 32px;
  background: #ffffff; border: 1px solid #e4dfd5; border-radius: 14px;
}
main[aria-busy] { background: none; border: none; text-align: center; }
h1 { margin: 0; font-size: 24px; line-height: 1.3; font-weight: 650; overflow-wrap: anywhere; }
p { margin: 16px 0 0; overflow-wrap: anywhere; }
nav { display: flex; flex-wrap: wrap; gap: 14px; margin-top: 28px; }
a {
  display: inline-flex; align-items: center; justify-content: center; min-height: 48px; min-width: 140px;
  box-sizing: border-box; padding: 0 22px; border: 1px solid #8d8676; border-radius: 10px;
  background: #ffffff; color: #1c2430; font-weight: 600; text-decoration: none;
}
a.meant { background: #0e6b62; border-color: #0e6b62; color: #ffffff; }
a:hover { background: #fcfbf8; }
a.meant:hover { background: #0a544d; }
a:focus-visible { outline: none; box-shadow: 0 0 0 3px #ffffff, 0 0 0 6px #0e6b62; }
footer { color: #5b6472; font-size: 14px; }
`;

/** The action that a link of a notice leads to; null for any other address. */
export function noticeAction(url: string): NoticeAction | null {
  const name = new URL(url).pathname.split('/').at(-1) ?? '';
  return noticeActions.find((one) => name === `do-${one}`) ?? null;
}

const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
