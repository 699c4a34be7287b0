import type { StartWords } from './sentence.ts';

const restore = 'Delete nothing. Call headquarters: a backup has to be restored.';
const again = 'then try again';

export const wordsEn: StartWords = {
  starting: 'Comptoir is starting…',
  openIn: 'The till opens in the browser',
  noDesktop: 'this computer shows no desktop',
  notFetched: 'the desktop window (Electron) could not be downloaded',
  fetching: 'Downloading the desktop window (once)…',
  alreadyHere: 'Comptoir is open already: its window comes back to the front.',
  retry: 'Try again',
  close: 'Close',
  reload: 'Reload',
  wait: 'Wait longer',
  continue: 'Continue',
  pageGone: {
    text: 'The screen of the till has stopped.',
    next: 'Press “Reload”: the sale in progress comes back, nothing that was confirmed is lost. If it happens again, restart the computer.',
  },
  pageHung: {
    text: 'The screen of the till does not answer any more.',
    next: 'Wait a little, or press “Reload”: the sale in progress comes back.',
  },
  broke: (incident) => ({
    text: 'Something nobody foresaw has happened. Nothing that was confirmed is lost.',
    next: `Press “Reload” and sign in again: the sale in progress comes back. If it happens again, give this number to a manager: ${incident}.`,
  }),
  goesOn: (incident) => ({
    text: `Something nobody foresaw has happened (number ${incident}). The till goes on.`,
    next: 'If the page does not answer any more, reload it, or close Comptoir and open it again.',
  }),
  options: 'Options, after “--”:',
  createHere: (folder) => `Set up a new till in ${folder}? (yes/no) `,
  yes: /^y(?:es)?$/i,
  refusals: {
    'disk-full': () => ({
      text: 'The disk of this computer is full: the till cannot open.',
      next: `Make room (empty the bin, for instance), ${again}. Nothing is lost.`,
    }),
    'disk-failing': (_refusal, folder) => ({
      text: `The disk does not answer well: the till’s data cannot be read in ${folder}.`,
      next: `If it is a USB stick, plug it in again, ${again}. Otherwise restart the computer. If this comes back, call headquarters.`,
    }),
    'folder-missing': (_refusal, folder) => ({
      text: `There is no folder ${folder}.`,
      next: 'Check its name. To set up a new till there, add --new.',
    }),
    'folder-above-missing': (_refusal, folder) => ({
      text: `The folder ${folder} cannot be found, nor the one that should hold it.`,
      next: `Check its name, or plug in the disk or the USB stick that holds it, ${again}.`,
    }),
    'folder-without-point': (_refusal, folder) => ({
      text: `The folder ${folder} holds no till.`,
      next: 'Check its name. To set up a new till there, add --new.',
    }),
    'folder-is-file': (_refusal, folder) => ({
      text: `There is a file where the till expects a folder: ${folder}.`,
      next: `Move or rename that file, or choose another folder, ${again}.`,
    }),
    'folder-link-broken': (_refusal, folder) => ({
      text: `The link ${folder} leads to a folder that does not exist.`,
      next: `Plug in the disk it leads to, or mend the link, ${again}.`,
    }),
    'folder-read-only': (_refusal, folder) => ({
      text: `Nothing can be written in the data folder: ${folder}.`,
      next: `If it is a USB stick or a card, take its write protection off, ${again}. Otherwise restart the computer.`,
    }),
    'folder-not-ours': (_refusal, folder) => ({
      text: `Your account may not write in the data folder: ${folder}.`,
      next: `Use the account the till is always opened with, or ask whoever looks after the computer, ${again}.`,
    }),
    'path-too-long': (_refusal, folder) => ({
      text: `The address of the data folder is too long (${folder.length} characters).`,
      next: 'Choose a folder that is less deep, with shorter names.',
    }),
    'database-damaged': (_refusal, folder) => ({
      text: `The till’s data file is damaged, in ${folder}.`,
      next: restore,
    }),
    'already-open': () => ({
      text: 'Comptoir is open already on these data.',
      next: 'Go back to its window, or close it before opening this one.',
    }),
    'cipher-missing': () => ({
      text: 'This version of Comptoir cannot encrypt the data.',
      next: 'Install Comptoir again with the installer that headquarters provides.',
    }),
    'key-needed': () => ({ text: 'The key of the data is missing.', next: restore }),
    'wrong-key': () => ({ text: 'The data do not open with the key of this computer.', next: restore }),
    'other-keystore': () => ({
      text: 'The data do not open with the key found here: they come from another account or another computer, or their file is damaged.',
      next: 'Use the account the till is always opened with. Otherwise delete nothing and call headquarters.',
    }),
    'signing-key-missing': () => ({
      text: 'The signing key of the till is missing on this computer.',
      next: 'Call headquarters: the till has to be enrolled again.',
    }),
    'till-not-named': ({ tills }) => ({
      text: `This point has several tills (${tills.join(', ')}) and nothing says which is that of this computer.`,
      next: `Add it to the command or to the shortcut, for example: --till=${tills[0] ?? ''}.`,
    }),
    'till-unknown': ({ till, tills }) => ({
      text: `The till ${till} is not of this point.`,
      next:
        tills.length > 0
          ? `Its tills: ${tills.join(', ')}. Correct --till and start again.`
          : 'No till is set up there yet: start again without --till.',
    }),
    'newer-database': () => ({
      text: 'These data come from a newer version of Comptoir. Nothing was touched.',
      next: 'Install the latest version, or call headquarters.',
    }),
    'upgrade-failed': ({ incident }) => ({
      text: 'The data could not be brought to this version. Nothing was changed.',
      next: `Put the version before back, and give headquarters this number: ${incident}.`,
    }),
    'port-busy': ({ port }) => ({
      text: `Port ${port} is taken by another program.`,
      next: 'Choose another number after --port, or leave --port out: Comptoir finds a free one.',
    }),
    'port-forbidden': ({ port }) => ({
      text: `Your account may not use port ${port}.`,
      next: 'Choose a number above 1023, or leave --port out: Comptoir finds a free one.',
    }),
    'port-unreadable': ({ value }) => ({
      text: `“${value}” is not a port number.`,
      next: 'Give a number between 1 and 65535, or leave --port out: Comptoir finds a free one.',
    }),
    'option-unknown': ({ option }) => ({
      text: `There is no option “${option}”.`,
      next: 'Correct it or leave it out.',
    }),
    'option-needs-value': ({ option }) => ({
      text: `Something is missing after ${option}.`,
      next: 'Complete it or leave it out.',
    }),
    'option-takes-no-value': ({ option }) => ({
      text: `The option ${option} stands alone, without “=”.`,
      next: 'Correct it or leave it out.',
    }),
    'language-unknown': ({ value }) => ({
      text: `Comptoir does not speak “${value}”.`,
      next: 'Choose --lang fr or --lang en.',
    }),
    unexpected: ({ incident }) => ({
      text: 'The till could not open, for a reason nobody foresaw. Nothing that was confirmed is lost.',
      next: `Try again. If this comes back, call headquarters and give this number: ${incident}.`,
    }),
  },
};
