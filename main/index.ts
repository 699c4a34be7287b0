import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { app, dialog } from 'electron';
import type { Application } from './application.ts';
import { declareScheme, electronShell } from './shell/electron.ts';

/** `--name=value` of the command line. */
const option = (name: string): string | undefined =>
  process.argv.find((one) => one.startsWith(`--${name}=`))?.slice(name.length + 3);

const language = option('lang-choice');
const demo = process.argv.includes('--demo');
// For development runtimes whose SQLite cannot encrypt. A packaged till knows no such switch.
const allowPlain = !app.isPackaged && process.argv.includes('--unencrypted-development-database');

declareScheme();
if (!app.requestSingleInstanceLock()) app.quit();
else void start();

async function start(): Promise<void> {
  await app.whenReady();
  const folder = option('data') ?? join(app.getPath('userData'), demo ? 'demo' : 'point');
  if (allowPlain) console.log('The database of this development run is NOT encrypted.');
  show((pageServed) => pageServed.then(() => openPoint(folder)));
}

/**
 * Opens the point, or says why it cannot be opened and ends. Its code is loaded only here: the window does not wait
 * for it.
 */
async function openPoint(folder: string): Promise<Application> {
  const [{ openApplication }, { reportTo }, { electronKeystore }, { fileKeystore }] = await Promise.all([
    import('./application.ts'),
    import('./report.ts'),
    import('#drivers/keystore/electron.ts'),
    import('#drivers/keystore/file.ts'),
  ]);
  const keys = join(folder, 'keys');
  const opened = await openApplication({
    folder,
    keystore: electronKeystore(keys) ?? fileKeystore(keys),
    allowPlain,
    migrationsFolder: join(app.getAppPath(), 'db/migrations'),
    workerFile: pathToFileURL(join(app.getAppPath(), 'out/app/main/worker.js')),
    demo,
    version: app.getVersion(),
    ...(language === 'fr' || language === 'en' ? { language } : {}),
    report: reportTo(folder),
  });
  if (opened.ok) return opened.value;
  dialog.showErrorBox('Comptoir', sentences[opened.refusal.kind]);
  app.exit(1);
  throw new Error(opened.refusal.kind);
}

function show(open: (pageServed: Promise<void>) => Promise<Application>): void {
  const folder = join(app.getAppPath(), 'out/app');
  const { window, opening } = electronShell(open, {
    pageFolder: join(folder, 'renderer'),
    preload: join(folder, 'preload/preload.cjs'),
  });
  window.webContents.once('did-finish-load', () => void opening.then(() => console.log('ready electron')));
  app.on('second-instance', () => {
    if (window.isMinimized()) window.restore();
    window.focus();
  });
  app.on('window-all-closed', () => {
    void opening.then((application) => application.close()).then(() => app.quit());
  });
}

/** Before any page can speak: why the till cannot open, and what to do. */
const sentences = {
  'cipher-missing':
    'Cette version ne peut pas chiffrer les données. Réinstallez Comptoir avec l’installateur fourni par le siège.',
  'key-needed': 'La clé de la base est absente. Appelez le siège : il faut restaurer une sauvegarde.',
  'wrong-key':
    'La base ne s’ouvre pas avec la clé de ce poste. Appelez le siège : il faut restaurer une sauvegarde.',
  'other-keystore':
    'Cette base a été créée par un autre compte ou un autre poste. Ouvrez la session habituelle de la caisse, ou appelez le siège.',
  'newer-database':
    'Ces données viennent d’une version plus récente de Comptoir. Rien n’a été touché. Installez la dernière version, ou appelez le siège.',
  'upgrade-failed':
    'La mise à jour des données n’a pas abouti. Rien n’a été changé. Réinstallez la version précédente de Comptoir et appelez le siège.',
  'already-open':
    'Comptoir est déjà ouvert sur ce poste, sur ces données. Revenez à sa fenêtre, ou fermez-la avant d’ouvrir celle-ci.',
  'signing-key-missing':
    'La clé de signature de la caisse est absente de ce poste. Appelez le siège : il faut réinscrire la caisse.',
} as const;
