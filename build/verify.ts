import { main } from '#verify/index.ts';

process.exitCode = await main(process.argv.slice(2));
