// An empty machine that restores a backup, and may be killed at any moment of it.
import { writeSync } from 'node:fs';
import { applicationIn } from '#test/support/application.ts';

const [folder = '', path = '', recoveryKey = ''] = process.argv.slice(2);
const opened = await applicationIn(folder, {
  report: (incident, error) => {
    console.error(incident, error);
  },
});
if (!opened.ok) throw new Error(opened.refusal.kind);
writeSync(1, 'ready\n');
const answer = await opened.value.call('restoreBackup', { path, recoveryKey });
writeSync(1, answer.ok ? 'restored\n' : `refused ${JSON.stringify(answer.refusal)}\n`);
await opened.value.close();
